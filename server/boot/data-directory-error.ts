const exitCodes = { 'data.taken': 75, 'data.unusable': 78, 'data.full': 1 } as const;

/**
 * The data directory cannot be used: `data.taken` (exit code 75, EX_TEMPFAIL: another engine has it), `data.unusable`
 * (exit code 78, EX_CONFIG: it cannot be made, read or written), or `data.full` (exit code 1: its disk is full, which may pass,
 * so starting again is right).
 */
export class DataDirectoryError extends Error {
  readonly exitCode: 1 | 75 | 78;

  constructor(
    readonly code: keyof typeof exitCodes,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'DataDirectoryError';
    this.exitCode = exitCodes[code];
  }
}
