import { StoreConflict, StoreUnavailable } from '../../store.ts';
import { StoreUnusable } from '../../store-unusable.ts';
import { isTransactionTimeout } from '../../transaction-timeout.ts';

/** SQLite's own name of an error (`SQLITE_BUSY`), wherever Prisma or its adapter has wrapped it; null when there is none. */
export function sqliteCode(error: unknown): string | null {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth++) {
    const { code, originalCode, cause, meta } = at as {
      code?: unknown;
      originalCode?: unknown;
      cause?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    if (typeof code === 'string' && code.startsWith('SQLITE_')) return code;
    if (typeof originalCode === 'string' && originalCode.startsWith('SQLITE_')) return originalCode;
    at = meta?.driverAdapterError ?? cause;
  }
  return null;
}

/** Whether another connection holds the lock: waiting helps. */
export const isLocked = (code: string | null): boolean => code !== null && /^SQLITE_(BUSY|LOCKED)/.test(code);

/**
 * What an error of SQLite means to a caller of the store: StoreUnavailable, StoreConflict (`store.duplicate`) or
 * StoreUnusable (`store.corrupt`); anything else comes back as it is.
 */
export function sqliteError(error: unknown): unknown {
  const code = sqliteCode(error);
  const cause = { cause: error };
  if (isTransactionTimeout(error))
    return new StoreUnavailable('store.locked', 'The database is busy. Try again in a moment.', cause);
  if (code === null) return error;
  if (isLocked(code)) {
    return new StoreUnavailable('store.locked', 'Another process holds the database. Try again in a moment.', cause);
  }
  // The shared index of the write-ahead log cannot grow: the same full disk under another name.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') {
    return new StoreUnavailable('store.disk-full', 'The disk of the database is full. Make room; nothing was written.', cause);
  }
  if (code === 'SQLITE_IOERR_FSYNC' || code === 'SQLITE_IOERR_DIR_FSYNC') {
    return new StoreUnavailable('store.fsync-failed', 'The disk of the database could not be flushed. Check the disk.', cause);
  }
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB') {
    return new StoreUnusable(
      'store.corrupt',
      'The database file is damaged. Restore a backup with `drawloom restore`, or save what can be read with `sqlite3 drawloom.db .recover`. Nothing was overwritten.',
      cause,
    );
  }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|NOLFS|AUTH)/.test(code)) {
    return new StoreUnavailable(
      'store.gone',
      'The database file cannot be read or written. Check that its folder is there and writable.',
      cause,
    );
  }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_ROWID') {
    return new StoreConflict('store.duplicate', `A row with this key is stored already (${(error as Error).message}).`, cause);
  }
  if (code === 'SQLITE_ERROR' && /no such table/.test(String((error as Error).message)))
    return new StoreUnusable(
      'store.missing',
      'The database has no tables of Drawloom. Start Drawloom once, or correct DATABASE_URL.',
      cause,
    );
  return error;
}
