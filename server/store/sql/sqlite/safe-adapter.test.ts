import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openedDatabases } from '../../opened-databases.ts';
import type { Store } from '../../store.ts';
import { sqliteStores } from '../../testing/sqlite-store.ts';

const stores = sqliteStores();
const databaseOf = (store: Store) => {
  const database = openedDatabases.get(store);
  if (!database) throw new Error('not opened');
  return database;
};
const settingsIn = (db: Database.Database) => db.prepare('SELECT key FROM setting ORDER BY key').pluck().all();

describe('the safe adapter', () => {
  test('a COMMIT that fails is rolled back and poisons nothing', async () => {
    const { file, store } = await stores.fresh();
    // Without the write-ahead log a reader makes COMMIT fail, which nothing else does so surely.
    await databaseOf(store).client.$queryRawUnsafe('PRAGMA journal_mode = DELETE');
    const reader = new Database(file);
    reader.exec('BEGIN');
    settingsIn(reader);
    const write = (key: string) => databaseOf(store).transaction((tx) => tx.setting.create({ data: { key, value: '' } }));
    await expect(write('a')).rejects.toMatchObject({ code: 'store.locked' });
    reader.exec('COMMIT');
    await write('b');
    await store.settings.put('c', '');
    expect(settingsIn(reader)).toEqual(['b', 'c']);
    reader.close();
  });

  test('while another process holds the file, the event loop turns, and the write comes through when it lets go', async () => {
    const { file, store } = await stores.fresh({ patienceMs: 60_000 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = [
      store.settings.put('plain', ''),
      databaseOf(store).transaction((tx) => tx.setting.create({ data: { key: 'transaction', value: '' } })),
      store.commitTurn({ triggerStates: [{ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 1 }] }),
    ];
    // Only a loop that turns gets here.
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(settingsIn(other)).toEqual([]);
    other.exec('COMMIT');
    await Promise.all(waiting);
    expect(settingsIn(other)).toEqual(['plain', 'transaction']);
    other.close();
  });

  test('whoever waits in vain is told so, nothing is written, and later all goes on', async () => {
    const { file, store } = await stores.fresh();
    await store.commitTurn({});
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const locked = { code: 'store.locked', name: 'StoreUnavailable' };
    const turn = { triggerStates: [{ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 1 }] };
    await expect(store.settings.put('plain', '')).rejects.toMatchObject(locked);
    await expect(store.drafts.save('w', 1, {} as never, null, 1)).rejects.toMatchObject(locked);
    await expect(store.commitTurn(turn)).rejects.toMatchObject(locked);
    // Reading is always possible.
    expect(await store.settings.get('plain')).toBeNull();
    other.exec('COMMIT');
    expect(await store.triggers.states()).toEqual([]);
    await store.commitTurn(turn);
    await store.settings.put('plain', '');
    expect(await store.triggers.states()).toHaveLength(1);
    other.close();
  });
});
