import { parentPort, workerData } from 'node:worker_threads';
import { migrateDatabase } from './migrate.ts';

/** What the thread is given: `workerData`. */
export interface MigrationAsked {
  url: string;
}
/** How it answers, once: the names of what was applied, or why nothing could be. */
export type MigrationAnswer = { applied: string[] } | { failed: { name: string; code: string; message: string } };

/* Brings a database up to date in a thread of its own. It answers once and ends. */
const { url } = workerData as MigrationAsked;
const answer = (message: MigrationAnswer) => parentPort?.postMessage(message);
try {
  answer(await migrateDatabase(url));
} catch (error) {
  const { name, code = '', message } = error as Error & { code?: string };
  answer({ failed: { name, code, message } });
}
