import type { ApprovalRow } from '../approval-row.ts';
import { plainText } from '../plain-text.ts';

/** Columns of an approval as both databases take them: JSON as text, and no character that PostgreSQL refuses. */
export function approvalValues(row: Partial<ApprovalRow>): Record<string, string | number | null> {
  const { message, form, audience, comment, answers, ...plain } = row;
  const json = (value: unknown) => (value === null ? null : plainText(JSON.stringify(value)));
  return {
    ...plain,
    ...(message === undefined ? {} : { message: plainText(message) }),
    ...(form === undefined ? {} : { form: json(form) }),
    ...(audience === undefined ? {} : { audience: JSON.stringify(audience) }),
    ...(comment === undefined ? {} : { comment: plainText(comment) }),
    ...(answers === undefined ? {} : { answers: json(answers) }),
  };
}
