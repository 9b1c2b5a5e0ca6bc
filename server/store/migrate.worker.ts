import { parentPort, workerData } from 'node:worker_threads';
import { migrateDatabase } from './migrate.ts';
import { StoreUnavailable } from './store.ts';
import { StoreUnusable } from './store-unusable.ts';

/** What the thread is given: `workerData`. */
export interface MigrationAsked {
  url: string;
}
/** How it answers, once: the names of what was applied, or why nothing could be. */
export type MigrationAnswer =
  { applied: string[] } | { failed: { kind: 'unusable' | 'unavailable' | 'defect'; code: string; message: string } };

/* Brings a database up to date in a thread of its own. It answers once and ends. */
const { url } = workerData as MigrationAsked;
const answer = (message: MigrationAnswer) => parentPort?.postMessage(message);
try {
  answer(await migrateDatabase(url));
} catch (error) {
  // By class and not by name, which a bundler may change.
  const kind = error instanceof StoreUnusable ? 'unusable' : error instanceof StoreUnavailable ? 'unavailable' : 'defect';
  const { code = '', message } = error as Error & { code?: string };
  answer({ failed: { kind, code, message } });
}
