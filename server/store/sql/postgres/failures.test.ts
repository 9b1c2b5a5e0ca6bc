import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrateDatabase } from '../../migrate.ts';
import { openStore, type OpenOptions } from '../../open-store.ts';
import type { Store } from '../../store.ts';
import { startPostgres, type TestPostgres } from '../../testing/postgres.ts';
import { aRun, someEvents } from '../../testing/rows.ts';
import { startTcpProxy, type TcpProxy } from '../../testing/tcp-proxy.ts';

let postgres: TestPostgres;
let url: string;
let proxy: TcpProxy;
const stores: Store[] = [];
const open = async (options: Partial<OpenOptions> = {}) => {
  const store = await openStore({ url: proxy.url, role: 'tool', durability: 'D1', ...options });
  stores.push(store);
  return store;
};
const gone = { code: 'store.gone', name: 'StoreUnavailable' };

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('No PostgreSQL was found. Install it, or set DATABASE_URL_TEST to an empty database.');
  postgres = started;
});
beforeEach(async () => {
  url = await postgres.freshDatabase();
  proxy = await startTcpProxy(url);
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await proxy.stop();
});
afterAll(() => postgres?.stop());

describe('a connection that breaks', () => {
  beforeEach(async () => void (await migrateDatabase(url)));
  const turn = (seq: number) => ({
    events: [{ runId: 'r', firstSeq: seq, at: 1, events: someEvents(1) }],
    runs: [{ id: 'r', set: { seq } }],
  });

  test('a COMMIT whose answer is lost counts as what it was: done', async () => {
    const store = await open();
    await store.commitTurn({ newRuns: [aRun('r')] });
    proxy.atCommit('lose-answer');
    expect(await store.commitTurn(turn(1))).toEqual({ lostAttempts: [], takenOccurrences: [] });
    expect(await store.runs.events('r', 0, 9)).toHaveLength(1);
    await store.commitTurn(turn(2));
    expect((await store.runs.get('r'))?.seq).toBe(2);
  });

  test('a COMMIT that never arrived is refused, and the same turn can be sent again', async () => {
    const store = await open();
    await store.commitTurn({ newRuns: [aRun('r')] });
    proxy.atCommit('lose-question');
    await expect(store.commitTurn(turn(1))).rejects.toMatchObject(gone);
    expect(await store.runs.events('r', 0, 9)).toEqual([]);
    await store.commitTurn(turn(1));
    expect(await store.runs.events('r', 0, 9)).toHaveLength(1);
  });

  test('while the server is away everything is refused with a code; when it is back all goes on', async () => {
    const store = await open({ patienceMs: 500 });
    await store.commitTurn({ newRuns: [aRun('r')] });
    proxy.closed(true);
    await expect(store.commitTurn(turn(1))).rejects.toMatchObject(gone);
    await expect(store.settings.put('k', 'v')).rejects.toMatchObject(gone);
    await expect(store.drafts.save('w', 1, {} as never, null, 1)).rejects.toMatchObject(gone);
    await expect(store.ping()).rejects.toMatchObject(gone);
    proxy.closed(false);
    await store.ping();
    await store.commitTurn(turn(1));
    await store.settings.put('k', 'v');
    expect((await store.runs.get('r'))?.seq).toBe(1);
  });

  test('a backend that is ended by an administrator is replaced', async () => {
    const store = await open();
    await store.commitTurn({ newRuns: [aRun('r')] });
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'drawloom%' AND datname = current_database()`);
    await admin.end();
    // Whoever meets the dead connection is told so; each of them is met once.
    const inTheEnd = async (work: () => Promise<unknown>) => {
      for (let met = 0; met < 4; met++) {
        const error = await work().then(
          () => null,
          (cause: unknown) => cause,
        );
        if (error === null) return;
        expect(error).toMatchObject(gone);
      }
      throw new Error('it does not come back');
    };
    await inTheEnd(() => store.commitTurn(turn(1)));
    await inTheEnd(() => store.settings.put('k', 'v'));
    expect((await store.runs.get('r'))?.seq).toBe(1);
  });
});

describe('a start that must be refused', () => {
  test('a second engine on the same database', async () => {
    await migrateDatabase(url);
    const first = await open({ role: 'engine' });
    await expect(open({ role: 'engine', patienceMs: 0 })).rejects.toMatchObject({ code: 'store.taken', exitCode: 75 });
    await open({ role: 'web' });
    await first.close();
    stores.splice(stores.indexOf(first), 1);
    await open({ role: 'engine' });
  });

  test('no tables, another program’s tables, a newer version, no such database, nobody there', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'store.missing' });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE TABLE guests (id int)');
    await expect(migrateDatabase(url)).rejects.toMatchObject({ code: 'store.older', exitCode: 78 });
    await client.query('DROP TABLE guests');
    await migrateDatabase(url);
    await client.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('x', 'x', now(), '9999_future', 1)`);
    await expect(migrateDatabase(url)).rejects.toMatchObject({ code: 'store.newer' });
    await client.end();
    const nowhere = new URL(url);
    nowhere.pathname = '/none';
    await expect(migrateDatabase(nowhere.href)).rejects.toMatchObject({ code: 'store.url' });
    await proxy.stop();
    await expect(migrateDatabase(proxy.url)).rejects.toMatchObject(gone);
  });
});
