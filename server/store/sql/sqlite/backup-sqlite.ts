import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { letShrink } from './let-shrink.ts';
import { openDatabase } from './open-database.ts';
import { sqliteError } from './sqlite-error.ts';

/** SQLite's own online backup in one step: a snapshot that no writer waits for and no writer can make begin again. */
export async function backupSqlite(url: string, file: string): Promise<void> {
  const db = openDatabase(url, { durability: 'D2' });
  try {
    closeSync(openSync(file, 'wx', 0o600));
    await db.backup(file, { progress: () => 0x7fffffff });
  } catch (error) {
    throw sqliteError(error);
  } finally {
    db.close();
  }
  const copy = new Database(file);
  try {
    // As a file of its own: nothing of it lies in a log beside it.
    copy.pragma('journal_mode = DELETE');
    letShrink(copy);
  } finally {
    copy.close();
  }
}
