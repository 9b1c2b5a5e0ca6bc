import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type Database from 'better-sqlite3';
import { pendingMigrations, type AppliedMigration } from '../../judge-migrations.ts';
import type { ApplyPending, MigrationReport } from '../../migrate.ts';
import { migrationsOf } from '../../migrations.ts';
import { applyMigrations } from '../../schema-engine.ts';
import { StoreUnavailable } from '../../store.ts';
import { StoreUnusable } from '../../store-unusable.ts';
import { letShrink } from './let-shrink.ts';
import { fileOf, openDatabase } from './open-database.ts';
import { retryWhileLocked } from './retry-while-locked.ts';
import { sqliteError } from './sqlite-error.ts';

const patienceMs = 10_000;
/** Read within a tenth of a second, also from a slow disk. */
const largestCheckedBytes = 64 * 1024 * 1024;
/** Written anew within half a second. */
const largestRewrittenBytes = 32 * 1024 * 1024;

/** `migrateDatabase` for a file. */
export async function migrateSqlite(url: string, apply?: ApplyPending): Promise<MigrationReport> {
  const file = fileOf(url);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // For its owner alone, wherever it lies; SQLite gives its log the same mode. A file that is there is not opened here:
    // closing it would drop the locks that SQLite holds on it in this process.
    if (!existsSync(file)) closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    throw new StoreUnavailable('store.gone', `The database file ${file} cannot be made or written: ${String(error)}.`, {
      cause: error,
    });
  }
  const empty = statSync(file).size === 0;
  try {
    const applied = await retryWhileLocked(() => inspect(url, empty), patienceMs);
    const pending = pendingMigrations(migrationsOf('sqlite'), applied);
    if (pending.length === 0) return { applied: [] };
    const applyHere = () => applyMigrations('sqlite', new PrismaBetterSqlite3({ url: file, timeout: patienceMs }));
    return { applied: await (apply ?? applyHere)(url) };
  } catch (error) {
    if (error instanceof StoreUnusable || error instanceof StoreUnavailable) throw error;
    const known = sqliteError(error);
    if (known !== error) throw known;
    throw new StoreUnusable('store.migration-failed', `The database could not be made current: ${String(error)}`, {
      cause: error,
    });
  }
}

/** Creates the file when there is none (write-ahead log from the first byte), checks it, and reads what was applied. */
function inspect(url: string, create: boolean): AppliedMigration[] {
  // Opening reads the log in; so this is asked before.
  const isDoubtful = needsCheck(fileOf(url));
  const db = openDatabase(url, { durability: 'D2', create });
  try {
    if (isDoubtful) check(db, fileOf(url));
    // One that is small is made anew in a moment; a large one is when it is restored from a backup.
    if (!create && statSync(fileOf(url)).size <= largestRewrittenBytes) letShrink(db);
    const known = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'").get();
    if (!known) {
      const foreign = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1").pluck().get();
      if (foreign)
        throw new StoreUnusable(
          'store.older',
          `${fileOf(url)} is the database of another program (it has a table ${String(foreign)}). Correct DATABASE_URL.`,
        );
      return [];
    }
    const applied = db
      .prepare(
        `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
         FROM _prisma_migrations ORDER BY started_at`,
      )
      .all() as AppliedMigration[];
    if (!isDoubtful && pendingMigrations(migrationsOf('sqlite'), applied).length > 0) check(db, fileOf(url));
    return applied;
  } finally {
    db.close();
  }
}

/**
 * Whether the pages of the file should be looked at: it is small, so that it costs nothing, or its log was left behind by a
 * process that did not close it. A large one that was closed well is read page by page only before it is changed.
 */
function needsCheck(file: string): boolean {
  const bytes = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  return bytes(file) <= largestCheckedBytes || bytes(`${file}-wal`) > 0;
}

function check(db: Database.Database, file: string): void {
  const answer = db.pragma('quick_check(5)', { simple: true }) as string;
  if (answer !== 'ok')
    throw new StoreUnusable(
      'store.corrupt',
      `The database file ${file} is damaged (${answer}). Restore a backup with \`drawloom restore\`, or save what can be read with \`sqlite3 ${file} .recover\`. Nothing was overwritten.`,
    );
}
