import { StoreUnusable } from './store-unusable.ts';

/** What a start found and did. */
export interface MigrationReport {
  /** Names of the migrations that were applied now. */
  applied: string[];
}

/** Applies what is pending, elsewhere: gives the names, and throws as `migrateDatabase` does. */
export type ApplyPending = (url: string) => Promise<string[]>;

/**
 * Makes the database's schema current, offline: creates a SQLite file that is not there, checks one that is
 * (`quick_check`; a large one that was closed well only before it is changed), applies pending migrations. Throws StoreUnusable (`store.corrupt`, `store.newer`, `store.older`,
 * `store.migration-failed`, `store.url` …) and StoreUnavailable; a database that cannot be used is never overwritten.
 * `apply` is asked to apply what is pending; missing, it is done here (`migrateApart`).
 */
export async function migrateDatabase(url: string, apply?: ApplyPending): Promise<MigrationReport> {
  if (url.startsWith('file:')) return (await import('./sql/sqlite/migrate-sqlite.ts')).migrateSqlite(url, apply);
  if (/^postgres(ql)?:/.test(url)) return (await import('./sql/postgres/migrate-postgres.ts')).migratePostgres(url, apply);
  throw new StoreUnusable('store.url', 'DATABASE_URL must begin with file: or postgresql:.');
}
