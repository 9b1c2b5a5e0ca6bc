import { afterAll, beforeAll } from 'vitest';
import { storeContract } from './store-contract.ts';
import { startPostgres, type TestPostgres } from './testing/postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('No PostgreSQL was found. Install it, or set DATABASE_URL_TEST to an empty database.');
  postgres = started;
});

storeContract('PostgreSQL', () => postgres.freshDatabase());
afterAll(() => postgres?.stop());
