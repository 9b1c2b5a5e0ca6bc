import Database from 'better-sqlite3';

/** A lock that ends with the process, however it ends. */
export interface HeldLock {
  /** Lets it go; again has no effect. */
  release(): void;
}

/** Held here, because a connection that nobody points to is closed by the garbage collector, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Takes a lock on `file`, or gives null when another process (or this one) has it. The lock is SQLite's own on an empty
 * database: the system drops it when the process dies, on Linux as on macOS, and no stale file is ever in the way.
 * Throws what opening the file throws.
 */
export function takeLock(file: string): HeldLock | null {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  held.add(db);
  return {
    release() {
      if (!held.delete(db)) return;
      db.close();
    },
  };
}
