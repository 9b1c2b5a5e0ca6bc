import { CodedFailure } from '#operators/runner.ts';

/** Whether a status is among `200-299, 404`; without a list, among 200 to 299. Throws CodedFailure for a list that is none. */
export function isExpected(status: number, list: string | undefined): boolean {
  const wanted = list?.trim() ? list : '200-299';
  return wanted.split(',').some((part) => {
    const range = /^\s*(\d{3})(?:\s*-\s*(\d{3}))?\s*$/.exec(part);
    if (!range)
      throw new CodedFailure(
        'config',
        `${wanted} is no list of statuses. Write codes and ranges, such as 200-299, 404.`,
        'never',
      );
    return status >= Number(range[1]) && status <= Number(range[2] ?? range[1]);
  });
}

/** A status that another attempt may change: the server's trouble, a timeout, too many requests. */
export const isTransient = (status: number): boolean => status >= 500 || [408, 409, 423, 425, 429].includes(status);
