import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { migrateApart } from './migrate-apart.ts';
import { migrateDatabase } from './migrate.ts';
import { migrationsOf } from './migrations.ts';
import { repositoryRoot } from './repository-root.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'drawloom-apart-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const program = path.join(repositoryRoot(), 'dist/migrate-worker.js');

it('applies what is pending in a thread of its own, once, and leaves the file free', async () => {
  const url = `file:${path.join(directory, 'drawloom.db')}`;
  let asked = 0;
  const apply = (which: string) => (asked++, migrateApart(program, which));
  expect((await migrateDatabase(url, apply)).applied).toEqual(migrationsOf('sqlite').map(({ name }) => name));
  expect(await migrateDatabase(url, apply)).toEqual({ applied: [] });
  expect(await migrateDatabase(url)).toEqual({ applied: [] });
  expect(asked).toBe(1);
});

it('throws what was thrown there, and says so when the thread ends without a word', async () => {
  await expect(migrateApart(program, 'mysql://x')).rejects.toMatchObject({
    name: 'StoreUnusable',
    code: 'store.url',
    exitCode: 78,
  });
  const gone = migrateApart(program, 'file:/dev/null/drawloom.db');
  await expect(gone).rejects.toMatchObject({ code: 'store.gone' });
  await expect(migrateApart(path.join(directory, 'missing.js'), 'file:x')).rejects.toThrow('missing.js');
});
