import type { PrismaClient } from './generated/sqlite/client.ts';

/** What a query may be sent to: the client, or a transaction of it. */
export type Queries = Omit<PrismaClient, '$transaction' | '$connect' | '$disconnect' | '$extends' | '$on'>;

/**
 * An open database as the tables see it. The two generated clients differ in nothing that is used here, so both go by
 * SQLite's types. Every error comes as StoreUnavailable, StoreConflict or StoreUnusable where it is one.
 */
export interface Database {
  readonly provider: 'sqlite' | 'postgres';
  /** Never inside a transaction's callback: use its `tx`. */
  readonly client: Queries;
  /** All or nothing. `work` awaits nothing but `tx`, so that the lock is held for a moment only. */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
}
