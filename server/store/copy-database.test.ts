import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authDatabase } from './auth-database.ts';
import { copyDatabase } from './copy-database.ts';
import { migrateDatabase } from './migrate.ts';
import { openStore } from './open-store.ts';
import { snapshotDatabase } from './snapshot-database.ts';
import { storedTables } from './stored-tables.ts';
import { startPostgres, type TestPostgres } from './testing/postgres.ts';
import { aChunk, anAttempt, aRun, aTaskRun, aWorkflow, someEvents } from './testing/rows.ts';
import { sqliteStores } from './testing/sqlite-store.ts';

const stores = sqliteStores();
let postgres: TestPostgres;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('No PostgreSQL was found. Install it, or set DATABASE_URL_TEST to an empty database.');
  postgres = started;
});
afterAll(() => postgres?.stop());

/** Every row of every table, in an order that does not depend on the database. */
function dump(file: string): Record<string, string[]> {
  const db = new Database(file, { readonly: true });
  const tables = storedTables.map(({ name: sql }) => {
    const rows = db
      .prepare(`SELECT * FROM "${sql}"`)
      .all()
      .map((row) => JSON.stringify(row));
    return [sql, rows.sort()] as const;
  });
  db.close();
  return Object.fromEntries(tables);
}

/** Something in every table, more than one page of some of them. */
async function filled(): Promise<string> {
  const { file, store } = await stores.fresh();
  await store.workflows.create({ id: 'w', project: 'p', name: 'W ß', tags: ['x'], createdBy: 'mara' }, aWorkflow('w'), 1);
  await store.versions.publish('w', aWorkflow('w'), 'h', 'm', null, 2);
  await store.workflows.setEnabled('w', true, 3);
  await store.pins.put({ workflowId: 'w', task: 'a', output: { n: [1, null] }, pinnedAt: 5, pinnedBy: null, taskHash: 'h' });
  await store.tries.put({ workflowId: 'w', task: 'a', runId: 'r', inputs: [], createdAt: 6 });
  await store.notes.create({ id: 'n', runId: 'r', task: 'a', mapIndex: null, text: 'ß', createdAt: 2 ** 41, createdBy: null });
  await store.pools.put({ name: 'db', slots: 2, description: 'd' });
  await store.connections.create(
    {
      id: 'c',
      name: 'shop',
      type: 'http',
      createdBy: null,
      settings: { url: 'https://x.org' },
      host: 'https://x.org',
      secret: 'sealed',
      secretFields: ['token'],
    },
    4,
  );
  await store.connections.recordTest('c', 1, { at: 5, ok: true, message: 'm' });
  await store.settings.put('k', 'v');
  const database = authDatabase(store)({});
  const at = new Date(1_700_000_000_123);
  const user = await database.create({
    model: 'user',
    data: { name: 'M', email: 'm@x.org', emailVerified: true, createdAt: at, updatedAt: at },
  });
  const own = { userId: user.id, createdAt: at, updatedAt: at };
  await database.create({ model: 'account', data: { ...own, accountId: 'a', providerId: 'credential', password: 'h' } });
  await database.create({ model: 'session', data: { ...own, token: 't', expiresAt: at } });
  await database.create({
    model: 'verification',
    data: { identifier: 'i', value: 'v', expiresAt: at, createdAt: at, updatedAt: at },
  });
  const tasks = Array.from({ length: 450 }, (_, i) => i);
  await store.commitTurn({
    newRuns: [{ ...aRun('r', { paused: true, params: { a: [1, null] }, seq: 3 }), draft: aWorkflow('w'), idempotencyKey: 'key' }],
    events: [{ runId: 'r', firstSeq: 1, at: 1, events: someEvents(3) }],
    taskRuns: tasks.map((mapIndex) => aTaskRun('r', 'Ä', { mapIndex, endedAt: 2 ** 41 })),
    newAttempts: tasks.map((i) => anAttempt('r', 'a', 1, { id: `r/${i}`, infra: i % 2 === 0, output: { i } })),
    runActs: [{ runId: 'r', key: 'k', act: 'cancel 1', at: 2 ** 41 }],
    childRuns: [{ runId: 'r', parentRunId: 'p', task: 'a', mapIndex: -1, attempt: 1, depth: 1 }],
    approvals: [
      {
        attemptId: 'r/a@1',
        runId: 'r',
        workflowId: 'w',
        task: 'a',
        mapIndex: -1,
        attempt: 1,
        message: 'ß',
        form: { properties: {} },
        audience: { role: null, people: ['m@x.org'] },
        status: 'approved',
        askedAt: 2 ** 41,
        dueAt: null,
        answeredAt: 2 ** 41 + 1,
        answeredBy: null,
        comment: 'c',
        answers: { z: 1, a: null },
      },
    ],
    alerts: [
      {
        ...{ id: 'al', workflowId: 'w', runId: 'r', event: 'failed', connection: 'mail', to: null, subject: 's', text: 'ß' },
        ...{ status: 'waiting', tries: 0, createdAt: 2 ** 41, nextAt: 2 ** 41, sentAt: null, error: null },
      },
    ],
    breakers: [
      {
        workflowId: 'w',
        state: 'half-open',
        since: 2 ** 41,
        failures: 1,
        failedRuns: ['r'],
        openings: 1,
        trialAt: null,
        trialRun: 'r',
        history: [],
      },
    ],
    snapshots: [{ runId: 'r', seq: 3, machine: 1, state: new Uint8Array([0, 200, 255]) }],
    logs: tasks.map((seq) => aChunk('r/0', seq, `line ${seq}`)),
    artifacts: [{ id: 'art', runId: 'r', attemptId: 'r/0', name: 'n', bytes: 2 ** 40, sha256: 's', type: 't' }],
    occurrences: [{ workflowId: 'w', triggerId: 't', at: 5, outcome: 'skipped', reason: 'why', runId: null, decidedAt: 6 }],
    triggerStates: [{ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 5 }],
  });
  return file;
}

test('SQLite to PostgreSQL and back is the same, row by row, in every table', async () => {
  const file = await filled();
  const url = await postgres.freshDatabase();
  await migrateDatabase(url);
  const copied = await copyDatabase(`file:${file}`, url);
  expect(copied).toMatchObject({ workflow: 1, run: 1, task_run: 450, attempt: 450, log_chunk: 450, user: 1 });
  expect(Object.values(copied).every((count) => count > 0)).toBe(true);
  const back = path.join(stores.folder(), 'back.db');
  await snapshotDatabase(url, back);
  expect(dump(back)).toEqual(dump(file));
});

test('a target that holds anything is refused and left as it was', async () => {
  const file = await filled();
  const { file: target, store } = await stores.fresh();
  await store.settings.put('mine', '1');
  await expect(copyDatabase(`file:${file}`, `file:${target}`)).rejects.toMatchObject({ code: 'store.not-empty' });
  expect(dump(target).setting).toHaveLength(1);
  expect(dump(target).run).toEqual([]);
});

test('every table of the schema is among those that are copied', async () => {
  const { file } = await stores.fresh();
  const db = new Database(file, { readonly: true });
  const known = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  db.close();
  expect(storedTables.map(({ name }) => name).sort()).toEqual(known.sort());
});

test('a snapshot of SQLite is taken while a writer writes, is whole, and can be opened', async () => {
  const { file, store } = await stores.fresh({ patienceMs: 5_000 });
  await store.commitTurn({ newRuns: [aRun('r')] });
  const target = path.join(stores.folder(), 'copy.db');
  let seq = 0;
  const turn = () => {
    seq++;
    return store.commitTurn({
      events: [{ runId: 'r', firstSeq: seq, at: 1, events: someEvents(1) }],
      runs: [{ id: 'r', set: { seq } }],
      taskRuns: [aTaskRun('r', `t${seq}`)],
    });
  };
  const writing = (async () => {
    for (let i = 0; i < 200; i++) await turn();
  })();
  await snapshotDatabase(`file:${file}`, target);
  await writing;
  expect(await migrateDatabase(`file:${target}`)).toEqual({ applied: [] });
  const copy = await openStore({ url: `file:${target}`, role: 'tool', durability: 'D1' });
  const kept = (await copy.runs.get('r'))?.seq ?? -1;
  expect(await copy.runs.events('r', 0, 1_000)).toHaveLength(kept);
  expect(await copy.runs.taskRuns('r')).toHaveLength(kept);
  await copy.close();
});
