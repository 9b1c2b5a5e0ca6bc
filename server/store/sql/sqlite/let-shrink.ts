import type Database from 'better-sqlite3';

/**
 * Writes a file anew that cannot give back space yet (one of an earlier version), so that from then on it can: `shrinkSqlite`.
 * Takes as long as copying it, and nobody may use it meanwhile; gives whether it was done. Where it cannot be done now (in
 * use, no room), nothing has happened.
 */
export function letShrink(db: Database.Database): boolean {
  if (db.pragma('auto_vacuum', { simple: true }) === 2) return false;
  try {
    // Counts for the next VACUUM, which makes the file anew.
    db.pragma('auto_vacuum = INCREMENTAL');
    db.exec('VACUUM');
    return true;
  } catch {
    return false;
  }
}
