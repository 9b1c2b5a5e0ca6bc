import type { Database } from './database.ts';
import type { Store } from './store.ts';
import { StoreUnusable } from './store-unusable.ts';
import { openedDatabases } from './opened-databases.ts';
import { accountsOf } from './tables/accounts.ts';
import { alertsOf } from './tables/alerts.ts';
import { approvalsOf } from './tables/approvals.ts';
import { breakersOf } from './tables/breakers.ts';
import { childRunsOf } from './tables/child-runs.ts';
import { connectionsOf } from './tables/connections.ts';
import { draftsOf } from './tables/drafts.ts';
import { healthOf } from './tables/health.ts';
import { notesOf } from './tables/notes.ts';
import { pinsOf } from './tables/pins.ts';
import { poolsOf } from './tables/pools.ts';
import { runsOf } from './tables/runs.ts';
import { settingsOf } from './tables/settings.ts';
import { triesOf } from './tables/tries.ts';
import { triggersOf } from './tables/triggers.ts';
import { versionsOf } from './tables/versions.ts';
import { workflowsOf } from './tables/workflows.ts';

export interface OpenOptions {
  /** `file:/path` or `postgresql://…`. */
  url: string;
  /** Who asks: how long it waits for others, and how many connections it takes. */
  role: 'engine' | 'web' | 'tool';
  /** D2: an acknowledged write survives power loss. D1: a killed process. */
  durability: 'D1' | 'D2';
  /** Told of every statement of ordinary reads and writes (not of `commitTurn`): for tests that count them. */
  onStatement?: (sql: string) => void;
  /** How long others may hold the database before `store.locked`; by role when missing. */
  patienceMs?: number;
  /** Largest size of a SQLite file in pages; beyond it writes are refused as on a full disk. */
  maxPages?: number;
}

/** A provider's part of a store. */
export interface OpenedDatabase extends Pick<Store, 'commitTurn' | 'shrink' | 'ping' | 'close'> {
  database: Database;
}

/**
 * Opens a database whose schema is current (`migrateDatabase` makes it so). Throws StoreUnusable (`store.missing`,
 * `store.corrupt`, `store.url` …) when it cannot be used, StoreUnavailable when it does not answer now.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { database, ...opened } = await openDatabaseOf(options);
  const store: Store = {
    provider: database.provider,
    ...opened,
    workflows: workflowsOf(database),
    drafts: draftsOf(database),
    versions: versionsOf(database),
    runs: runsOf(database),
    triggers: triggersOf(database),
    accounts: accountsOf(database),
    alerts: alertsOf(database),
    breakers: breakersOf(database),
    connections: connectionsOf(database),
    pins: pinsOf(database),
    tries: triesOf(database),
    approvals: approvalsOf(database),
    childRuns: childRunsOf(database),
    notes: notesOf(database),
    pools: poolsOf(database),
    health: healthOf(database),
    settings: settingsOf(database),
  };
  openedDatabases.set(store, database);
  return store;
}

async function openDatabaseOf(options: OpenOptions): Promise<OpenedDatabase> {
  if (options.url.startsWith('file:')) return (await import('./sql/sqlite/open-sqlite.ts')).openSqlite(options);
  if (/^postgres(ql)?:/.test(options.url)) return (await import('./sql/postgres/open-postgres.ts')).openPostgres(options);
  throw new StoreUnusable('store.url', 'DATABASE_URL must begin with file: or postgresql:.');
}
