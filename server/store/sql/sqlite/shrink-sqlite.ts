import type Database from 'better-sqlite3';

/** Free pages that stay in the file, to be written again: what is removed today is needed tomorrow. 4 MiB. */
const spare = 1_024;

/**
 * Gives at most `most` free pages of the file back to the system, as a transaction of its own. Gives how many are left to
 * give back; 0 for a file that was made before this could be done. The file itself gets shorter with the next checkpoint.
 */
export function shrinkSqlite(db: Database.Database, most: number): number {
  if (db.pragma('auto_vacuum', { simple: true }) !== 2) return 0;
  const free = (): number => Math.max(0, (db.pragma('freelist_count', { simple: true }) as number) - spare);
  const pages = Math.min(most, free());
  if (pages > 0) db.pragma(`incremental_vacuum(${pages})`);
  return free();
}
