import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreUnusable } from '../../store-unusable.ts';
import { sqliteError } from './sqlite-error.ts';

/** Earlier versions have a defect in the write-ahead log that can corrupt the file (sqlite.org/releaselog/3_51_3.html). */
const oldestVersion = [3, 51, 3] as const;

export interface ConnectionSettings {
  /** D2 flushes the log at each commit, D1 only at checkpoints. */
  durability: 'D1' | 'D2';
  /** Largest size of the file, in pages. */
  maxPages?: number;
}

/** Path of the file in `file:/path`. */
export const fileOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '');

/**
 * Opens the database file with the settings every connection of ours has. `busy_timeout` is 0: better-sqlite3 waits for a
 * lock with the event loop standing still, so whoever meets a lock waits asynchronously instead (`retryWhileLocked`).
 * Throws StoreUnusable (`store.missing`, `store.sqlite-old`, `store.corrupt`) or StoreUnavailable.
 */
export function openDatabase(url: string, options: ConnectionSettings & { create?: boolean }): Database.Database {
  const file = fileOf(url);
  if (!options.create && !existsSync(file))
    throw new StoreUnusable('store.missing', `There is no database at ${file}. Start Drawloom once, or correct DATABASE_URL.`);
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0, fileMustExist: !options.create });
    // Only before the first table: so that what was removed can be given back bit by bit (`shrinkSqlite`).
    if (options.create) db.pragma('auto_vacuum = INCREMENTAL');
    configureDatabase(db, options);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof StoreUnusable ? error : sqliteError(error);
  }
}

/** Gives a connection the settings that every one of ours has. */
export function configureDatabase(db: Database.Database, { durability, maxPages }: ConnectionSettings): void {
  assertVersion(db);
  db.pragma('journal_mode = WAL');
  db.pragma(`synchronous = ${durability === 'D2' ? 'FULL' : 'NORMAL'}`);
  db.pragma('foreign_keys = ON');
  // A mapped file turns an I/O error into a signal that kills the process.
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -8192');
  if (maxPages) db.pragma(`max_page_count = ${maxPages}`);
}

function assertVersion(db: Database.Database): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  for (const [i, least] of oldestVersion.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new StoreUnusable(
        'store.sqlite-old',
        `SQLite ${version} can corrupt its file; ${oldestVersion.join('.')} is needed. Run \`npm rebuild better-sqlite3\`.`,
      );
  }
}
