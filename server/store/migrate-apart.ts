import { Worker } from 'node:worker_threads';
import type { MigrationAnswer, MigrationAsked } from './migrate.worker.ts';
import { StoreUnavailable } from './store.ts';
import { StoreUnusable } from './store-unusable.ts';

/**
 * Applies what is pending in a thread of its own, as `migrateDatabase` would: the schema engine takes some 50 MB, which are
 * given back only when its thread ends. Gives the names, and throws the same errors.
 * @param program the bundled migrate worker
 */
export async function migrateApart(program: string, url: string): Promise<string[]> {
  const thread = new Worker(program, { workerData: { url } satisfies MigrationAsked });
  const answer = await new Promise<MigrationAnswer>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The thread that migrates the database ended with ${code} and without a word.`)),
    );
  });
  await thread.terminate();
  if ('applied' in answer) return answer.applied;
  const { kind, code, message } = answer.failed;
  if (kind === 'unusable') throw new StoreUnusable(code as StoreUnusable['code'], message);
  if (kind === 'unavailable') throw new StoreUnavailable(code as StoreUnavailable['code'], message);
  throw new Error(message);
}
