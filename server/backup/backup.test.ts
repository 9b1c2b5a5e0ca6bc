import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeDataDirectory } from '#server/boot/data-directory.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { startPostgres, type TestPostgres } from '#server/store/testing/postgres.ts';
import { aRun, aWorkflow } from '#server/store/testing/rows.ts';
import { sqliteStores } from '#server/store/testing/sqlite-store.ts';
import { backUp } from './back-up.ts';
import { moveDatabase } from './move-database.ts';
import { restore } from './restore.ts';

const stores = sqliteStores();
const at = Date.UTC(2026, 2, 1);
let postgres: TestPostgres;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('No PostgreSQL was found. Install it, or set DATABASE_URL_TEST to an empty database.');
  postgres = started;
});
afterAll(() => postgres?.stop());

/** Puts one workflow with this name and a run into a database. */
async function fill(databaseUrl: string, name: string): Promise<void> {
  await migrateDatabase(databaseUrl);
  const store = await openStore({ url: databaseUrl, role: 'tool', durability: 'D1' });
  await store.workflows.create({ id: 'w', project: '', name, tags: [], createdBy: null }, aWorkflow('w', name), 1);
  await store.commitTurn({ newRuns: [aRun('r')] });
  await store.close();
}
async function nameIn(databaseUrl: string): Promise<string | undefined> {
  const store = await openStore({ url: databaseUrl, role: 'tool', durability: 'D1' });
  const name = (await store.workflows.get('w'))?.name;
  expect(await store.runs.get('r')).not.toBeNull();
  await store.close();
  return name;
}
/** A data directory as a running product has it. */
async function house(name: string, databaseUrl?: string) {
  const dataDir = path.join(stores.folder(), 'data');
  const url = databaseUrl ?? `file:${path.join(dataDir, 'drawloom.db')}`;
  for (const folder of ['files/in/deep', 'artifacts', 'attempts/a']) mkdirSync(path.join(dataDir, folder), { recursive: true });
  writeFileSync(path.join(dataDir, 'files/in/deep/data.csv'), `${name}\n`);
  writeFileSync(path.join(dataDir, 'artifacts/art'), Buffer.from([0, 1, 255]));
  writeFileSync(path.join(dataDir, 'auth.secret'), `secret of ${name}`, { mode: 0o600 });
  writeFileSync(path.join(dataDir, 'secret.key'), `key of ${name}`, { mode: 0o600 });
  writeFileSync(path.join(dataDir, 'attempts/a/stdout'), 'not kept');
  writeFileSync(path.join(dataDir, 'engine.json'), '{}');
  symlinkSync('/etc/hostname', path.join(dataDir, 'files/link'));
  await fill(url, name);
  return { dataDir, databaseUrl: url };
}
const fileIn = (dataDir: string) => readFileSync(path.join(dataDir, 'files/in/deep/data.csv'), 'utf8');

describe('a backup', () => {
  test('holds what cannot be made again and nothing else, for its owner alone', async () => {
    const from = await house('one');
    const target = path.join(stores.folder(), 'backup');
    const report = await backUp({ ...from, target, at });
    expect(readdirSync(target).sort()).toEqual(['artifacts', 'auth.secret', 'backup.json', 'drawloom.db', 'files', 'secret.key']);
    expect(readdirSync(path.join(target, 'files'))).toEqual(['in']);
    expect(report.files).toBe(5);
    expect(statSync(target).mode & 0o777).toBe(0o700);
    await expect(backUp({ ...from, target, at })).rejects.toMatchObject({ code: 'backup.exists' });
  });

  test('one that fails leaves no folder that looks like one', async () => {
    const target = path.join(stores.folder(), 'backup');
    const dataDir = stores.folder();
    await expect(backUp({ dataDir, databaseUrl: `file:${dataDir}/none.db`, target, at })).rejects.toMatchObject({
      code: 'store.missing',
    });
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  test('is taken while an engine holds the directory and writes', async () => {
    const from = await house('one');
    const held = takeDataDirectory(from.dataDir, at);
    const store = await openStore({ url: from.databaseUrl, role: 'engine', durability: 'D1' });
    const target = path.join(stores.folder(), 'backup');
    const [report] = await Promise.all([
      backUp({ ...from, target, at }),
      ...[2, 3, 4].map((number) => store.commitTurn({ newRuns: [aRun(`r${number}`, { number })] })),
    ]);
    expect(report.files).toBe(5);
    await expect(restore({ ...from, source: target, at })).rejects.toMatchObject({ code: 'data.taken', exitCode: 75 });
    await store.close();
    held.release();
  });
});

describe('a restore', () => {
  test('brings all of it into an empty directory', async () => {
    const from = await house('one');
    const source = path.join(stores.folder(), 'backup');
    await backUp({ ...from, target: source, at });
    const dataDir = path.join(stores.folder(), 'fresh');
    const databaseUrl = `file:${path.join(dataDir, 'drawloom.db')}`;
    expect(await restore({ dataDir, databaseUrl, source, at })).toEqual({ files: 5, before: [] });
    expect(await nameIn(databaseUrl)).toBe('one');
    expect(fileIn(dataDir)).toBe('one\n');
    expect([...readFileSync(path.join(dataDir, 'artifacts/art'))]).toEqual([0, 1, 255]);
    for (const name of ['auth.secret', 'secret.key']) expect(statSync(path.join(dataDir, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(dataDir, 'secret.key'), 'utf8')).toBe('key of one');
  });

  test('overwrites nothing: what was there has another name', async () => {
    const one = await house('one');
    const source = path.join(stores.folder(), 'backup');
    await backUp({ ...one, target: source, at });
    const two = await house('two');
    const { before } = await restore({ ...two, source, at });
    expect(await nameIn(two.databaseUrl)).toBe('one');
    expect(fileIn(two.dataDir)).toBe('one\n');
    const [files, database] = before;
    expect(readFileSync(path.join(files ?? '', 'files/in/deep/data.csv'), 'utf8')).toBe('two\n');
    expect(readFileSync(path.join(files ?? '', 'auth.secret'), 'utf8')).toBe('secret of two');
    expect(await nameIn(`file:${database}`)).toBe('two');
  });

  test('replaces a damaged database, which is kept', async () => {
    const one = await house('one');
    const source = path.join(stores.folder(), 'backup');
    await backUp({ ...one, target: source, at });
    const file = one.databaseUrl.slice('file:'.length);
    writeFileSync(file, 'damaged');
    const { before } = await restore({ ...one, source, at });
    expect(await nameIn(one.databaseUrl)).toBe('one');
    expect(readFileSync(before.at(-1) ?? '', 'utf8')).toBe('damaged');
  });

  test.each([
    ['a changed file', (source: string) => appendFileSync(path.join(source, 'files/in/deep/data.csv'), 'x'), 'backup.damaged'],
    ['a missing file', (source: string) => rmSync(path.join(source, 'artifacts/art')), 'backup.damaged'],
    ['a changed database', (source: string) => appendFileSync(path.join(source, 'drawloom.db'), 'x'), 'backup.damaged'],
    ['a manifest that is no JSON', (source: string) => writeFileSync(path.join(source, 'backup.json'), '{'), 'backup.damaged'],
    [
      'a manifest that names files outside',
      (source: string) => {
        const manifest = JSON.parse(readFileSync(path.join(source, 'backup.json'), 'utf8')) as { files: { path: string }[] };
        (manifest.files[0] as { path: string }).path = '../outside';
        writeFileSync(path.join(source, 'backup.json'), JSON.stringify(manifest));
      },
      'backup.damaged',
    ],
    ['no manifest', (source: string) => rmSync(path.join(source, 'backup.json')), 'backup.missing'],
  ])('%s is noticed before anything is touched', async (_what, damage, code) => {
    const one = await house('one');
    const source = path.join(stores.folder(), 'backup');
    await backUp({ ...one, target: source, at });
    damage(source);
    const two = await house('two');
    await expect(restore({ ...two, source, at })).rejects.toMatchObject({ code });
    expect(await nameIn(two.databaseUrl)).toBe('two');
    expect(fileIn(two.dataDir)).toBe('two\n');
  });

  test('from PostgreSQL into SQLite, and into an empty PostgreSQL only', async () => {
    const one = await house('one', await postgres.freshDatabase());
    const source = path.join(stores.folder(), 'backup');
    await backUp({ ...one, target: source, at });
    await expect(restore({ ...one, source, at })).rejects.toMatchObject({ code: 'store.not-empty' });
    expect(fileIn(one.dataDir)).toBe('one\n');
    const dataDir = path.join(stores.folder(), 'fresh');
    const file = `file:${path.join(dataDir, 'drawloom.db')}`;
    await restore({ dataDir, databaseUrl: file, source, at });
    expect(await nameIn(file)).toBe('one');
    const server = await postgres.freshDatabase();
    await restore({ dataDir: path.join(stores.folder(), 'other'), databaseUrl: server, source, at });
    expect(await nameIn(server)).toBe('one');
  });
});

describe('moving the database', () => {
  test('to PostgreSQL and back; the old one stays; not over rows, not onto itself, not under an engine', async () => {
    const one = await house('one');
    const to = await postgres.freshDatabase();
    expect(await moveDatabase({ ...one, to, at })).toMatchObject({ workflow: 1, run: 1 });
    expect(await nameIn(to)).toBe('one');
    expect(await nameIn(one.databaseUrl)).toBe('one');
    await expect(moveDatabase({ ...one, to, at })).rejects.toMatchObject({ code: 'store.not-empty' });
    await expect(moveDatabase({ ...one, to: one.databaseUrl, at })).rejects.toMatchObject({ code: 'move.same' });
    const back = `file:${path.join(stores.folder(), 'back.db')}`;
    await moveDatabase({ dataDir: one.dataDir, databaseUrl: to, to: back, at });
    expect(await nameIn(back)).toBe('one');
    const held = takeDataDirectory(one.dataDir, at);
    await expect(moveDatabase({ ...one, to: back, at })).rejects.toMatchObject({ code: 'data.taken' });
    held.release();
  });
});
