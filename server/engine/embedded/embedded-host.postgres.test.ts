import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestPostgres } from '#server/store/testing/postgres.ts';
import { exercise } from '../host-contract.ts';
import { hostBench } from '../testing/host-bench.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('No PostgreSQL was found. Install it, or set DATABASE_URL_TEST to an empty database.');
  postgres = started;
});
afterAll(() => postgres?.stop());

exercise('embedded on PostgreSQL', async (script) => hostBench(script, await postgres.freshDatabase()), { runs: 3 });
