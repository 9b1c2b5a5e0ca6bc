/**
 * The database cannot be used at all and trying again does not help; a process that meets it at start ends with exit
 * code 78 (EX_CONFIG). The sentence says how to repair. Nothing was overwritten.
 */
export class StoreUnusable extends Error {
  readonly exitCode: 75 | 78;

  constructor(
    readonly code:
      /** Another engine has the database (exit code 75, EX_TEMPFAIL). */
      | 'store.taken'
      | 'store.missing'
      | 'store.corrupt'
      | 'store.newer'
      | 'store.older'
      | 'store.migration-failed'
      | 'store.sqlite-old'
      | 'store.postgres-old'
      | 'store.url'
      | 'store.not-empty',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'StoreUnusable';
    this.exitCode = code === 'store.taken' ? 75 : 78;
  }
}
