/**
 * The data directory cannot be used: `data.taken` (exit code 75, EX_TEMPFAIL: another engine has it) or `data.unusable`
 * (exit code 78, EX_CONFIG: it cannot be made, read or written).
 */
export class DataDirectoryError extends Error {
  readonly exitCode: 75 | 78;

  constructor(
    readonly code: 'data.taken' | 'data.unusable',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'DataDirectoryError';
    this.exitCode = code === 'data.taken' ? 75 : 78;
  }
}
