import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { migrateDatabase } from '../../migrate.ts';
import { aChunk, aRun, anAttempt } from '../../testing/rows.ts';
import { sqliteStores } from '../../testing/sqlite-store.ts';

const stores = sqliteStores();
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a full disk', () => {
  test('refuses the turn whole and says so; with room again it goes on without a restart', async () => {
    const { file, store } = await stores.fresh({ maxPages: 150 });
    await store.commitTurn({ newRuns: [aRun('r')], newAttempts: [anAttempt('r', 'a')] });
    const turn = (seq: number, bytes: number) => ({
      runs: [{ id: 'r', set: { seq } }],
      logs: [aChunk('r/a@1', seq, 'x'.repeat(bytes))],
    });
    const full = { code: 'store.disk-full', name: 'StoreUnavailable' };
    await expect(store.commitTurn(turn(1, 2_000_000))).rejects.toMatchObject(full);
    expect(await store.runs.get('r')).toMatchObject({ seq: 0 });
    expect(await store.runs.lastLog('r/a@1')).toBeNull();
    await expect(store.settings.put('big', 'x'.repeat(2_000_000))).rejects.toMatchObject(full);
    expect(await store.settings.get('big')).toBeNull();
    await store.commitTurn(turn(1, 10));
    expect(await store.runs.get('r')).toMatchObject({ seq: 1 });
    const roomy = await stores.open(file);
    await roomy.commitTurn(turn(2, 2_000_000));
    expect((await store.runs.lastLog('r/a@1'))?.seq).toBe(2);
  });
});

describe('a disk that does not flush', () => {
  afterEach(() => vi.restoreAllMocks());

  test('nothing is acknowledged any more, until the database is opened again', async () => {
    // The system's answer is made here, since no disk fails when it is asked to; all else is real.
    let fails = false;
    const prepare = Reflect.get(Database.prototype, 'prepare') as (this: Database.Database, sql: string) => Database.Statement;
    vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
      const statement = prepare.call(this, sql);
      if (sql === 'COMMIT') {
        const run = statement.run.bind(statement);
        statement.run = () => {
          if (fails) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
          return run();
        };
      }
      return statement;
    });
    const { file, store } = await stores.fresh();
    await store.commitTurn({ newRuns: [aRun('r')] });
    fails = true;
    const failed = { code: 'store.fsync-failed', name: 'StoreUnavailable' };
    await expect(store.commitTurn({ newRuns: [aRun('s', { number: 2 })] })).rejects.toMatchObject(failed);
    fails = false;
    await expect(store.commitTurn({ newRuns: [aRun('s', { number: 2 })] })).rejects.toMatchObject(failed);
    await expect(store.settings.put('k', 'v')).rejects.toMatchObject(failed);
    await expect(store.ping()).rejects.toMatchObject(failed);
    const next = await stores.open(file);
    expect((await next.runs.list({ limit: 9 })).map(({ id }) => id)).toEqual(['r']);
    await next.commitTurn({ newRuns: [aRun('s', { number: 2 })] });
    expect(await next.runs.get('s')).toMatchObject({ number: 2 });
  });
});

describe('a file that goes away', () => {
  test('nothing is acknowledged into a file without a name; put back, it goes on', async () => {
    const { file, store } = await stores.fresh();
    await store.commitTurn({ newRuns: [aRun('r')] });
    renameSync(file, `${file}.away`);
    const gone = { code: 'store.gone', name: 'StoreUnavailable' };
    await expect(store.commitTurn({ newRuns: [aRun('s', { number: 2 })] })).rejects.toMatchObject(gone);
    await expect(store.settings.put('k', 'v')).rejects.toMatchObject(gone);
    await expect(store.ping()).rejects.toMatchObject(gone);
    copyFileSync(`${file}.away`, file);
    await expect(store.commitTurn({})).rejects.toMatchObject(gone);
    renameSync(`${file}.away`, file);
    await store.commitTurn({ newRuns: [aRun('s', { number: 2 })] });
    expect((await store.runs.list({ limit: 9 })).map(({ id }) => id)).toEqual(['s', 'r']);
  });
});

describe('a start that must be refused', () => {
  test.each([
    [
      'no database at all',
      (file: string) => writeFileSync(file, 'this is no database, and long enough to be read as one'.repeat(100)),
      'store.corrupt',
    ],
    [
      'a page overwritten',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4096 * 3, 4096 * 6);
        writeFileSync(file, bytes);
      },
      'store.corrupt',
    ],
    [
      'a migration that this version does not know',
      (file: string) => {
        const db = new Database(file);
        db.prepare(
          `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
           VALUES ('x', 'x', 1, '9999_future', 1, 1)`,
        ).run();
        db.close();
      },
      'store.newer',
    ],
    [
      'a migration begun and not finished',
      (file: string) => {
        const db = new Database(file);
        db.exec('UPDATE _prisma_migrations SET finished_at = NULL');
        db.close();
      },
      'store.migration-failed',
    ],
    [
      'a migration with other text',
      (file: string) => {
        const db = new Database(file);
        db.exec("UPDATE _prisma_migrations SET checksum = 'other'");
        db.close();
      },
      'store.older',
    ],
    [
      'the database of another program',
      (file: string) => {
        const db = new Database(file);
        db.exec('DROP TABLE _prisma_migrations');
        db.close();
      },
      'store.older',
    ],
  ])('%s', async (_what, damage, code) => {
    const file = path.join(stores.folder(), 'drawloom.db');
    await migrateDatabase(`file:${file}`);
    damage(file);
    const before = hashOf(file);
    await expect(migrateDatabase(`file:${file}`)).rejects.toMatchObject({ code, name: 'StoreUnusable', exitCode: 78 });
    expect(hashOf(file)).toBe(before);
  });

  test('no file, and a file without tables, are named as such', async () => {
    const file = path.join(stores.folder(), 'none.db');
    await expect(stores.open(file)).rejects.toMatchObject({ code: 'store.missing' });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    await expect(stores.open(file)).rejects.toMatchObject({ code: 'store.missing' });
  });

  test('a folder that cannot be written is no excuse to lose the database', async () => {
    await expect(migrateDatabase('file:/dev/null/drawloom.db')).rejects.toMatchObject({ code: 'store.gone' });
    await expect(migrateDatabase('mysql://x')).rejects.toMatchObject({ code: 'store.url' });
  });
});

describe('migrations', () => {
  test('are applied once', async () => {
    const file = path.join(stores.folder(), 'new/folder/drawloom.db');
    const { applied } = await migrateDatabase(`file:${file}`);
    expect(applied).toContain('0001_first');
    expect(await migrateDatabase(`file:${file}`)).toEqual({ applied: [] });
  });
});
