import { CodedFailure } from '#operators/runner.ts';

/** What the system says about a file, as a sentence. */
export function failureOf(error: NodeJS.ErrnoException, file: string): CodedFailure | null {
  if (error.code === 'ENOENT')
    return new CodedFailure('file.missing', `There is no ${file}. Check the path, or let a task before make it.`);
  if (error.code === 'EISDIR' || error.code === 'ENOTDIR' || error.code === 'EPERM')
    return new CodedFailure(
      'file.kind',
      `${file} is ${error.code === 'ENOTDIR' ? 'no folder' : 'a folder'}. This action wants the other.`,
      'never',
    );
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new CodedFailure('disk', 'The disk is full. Make room and try again.');
  return null;
}
