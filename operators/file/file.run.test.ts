import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';
import { fitsPattern } from './name-pattern.ts';

let bench: Workbench;
let files: string;
beforeAll(async () => {
  bench = await Workbench.open();
  files = path.join(bench.dataDir, 'files');
  mkdirSync(path.join(files, 'in/old'), { recursive: true });
  writeFileSync(path.join(files, 'in/a.csv'), 'a\n1\n');
  writeFileSync(path.join(files, 'in/b.json'), '{"n": 1}');
  writeFileSync(path.join(files, 'in/old/c.csv'), 'c\n');
  symlinkSync('/etc', path.join(files, 'etc'));
});
afterAll(async () => {
  await bench.close();
});
const file = (action: string, place: string, more: JsonObject = {}, outputs = {}) =>
  bench.run('file@1', { action, path: place, ...more }, { outputs });

describe('a file', () => {
  it('is read as text, as JSON, or kept', async () => {
    expect((await file('read', 'in/a.csv')).end.output).toBe('a\n1\n');
    expect((await file('read', 'in/b.json', { format: 'json' })).end.output).toEqual({ n: 1 });
    const kept = await file('read', 'in/a.csv', { format: 'artifact' });
    expect(kept.end.output).toMatchObject({ name: 'a.csv', bytes: 4 });
    const again = await file('read', '{{ tasks.kept.output.path }}', {}, { kept: kept.end.output });
    expect(again.end.output).toBe('a\n1\n');
  });

  it('is written whole, or appended to', async () => {
    expect((await file('write', 'out/day/{{ ds }}.txt', { content: 'one\n' })).end.output).toEqual({
      path: 'out/day/2026-03-26.txt',
      bytes: 4,
    });
    expect((await file('write', 'out/day/2026-03-26.txt', { content: 'two\n', append: true })).end.output).toMatchObject({
      bytes: 8,
    });
    await file('write', 'out/list.json', { content: '{{ tasks.rows.output }}' }, { rows: [{ a: 1 }] });
    expect(JSON.parse(readFileSync(path.join(files, 'out/list.json'), 'utf8'))).toEqual([{ a: 1 }]);
    expect(readdirSync(path.join(files, 'out')).sort()).toEqual(['day', 'list.json']);
  });

  it('is copied, moved and removed', async () => {
    expect((await file('copy', 'in/a.csv', { to: 'archive/' })).end.output).toEqual({ path: 'archive/a.csv', bytes: 4 });
    expect((await file('move', 'archive/a.csv', { to: 'archive/b.csv' })).end.output).toMatchObject({ path: 'archive/b.csv' });
    expect(existsSync(path.join(files, 'archive/a.csv'))).toBe(false);
    expect((await file('remove', 'archive/b.csv')).end.output).toEqual({ removed: true });
    expect((await file('remove', 'archive/b.csv')).end.output).toEqual({ removed: false });
  });

  it('fails with a code when it is not there, is a folder, or is no JSON', async () => {
    expect((await file('read', 'in/none')).end.outcome).toMatchObject({ error: { code: 'file.missing' }, retry: 'policy' });
    expect((await file('read', 'in')).end.outcome).toMatchObject({ error: { code: 'file.kind' } });
    expect((await file('list', 'in/a.csv')).end.outcome).toMatchObject({ error: { code: 'file.kind' } });
    expect((await file('read', 'in/a.csv', { format: 'json' })).end.outcome).toMatchObject({ error: { code: 'output' } });
    expect((await file('copy', 'in/a.csv')).end.outcome).toMatchObject({ error: { code: 'config' } });
  });

  it.each(['../drawloom.db', '/etc/passwd', 'etc/passwd', 'in/../../spawner.json', 'in/a\0b'])('%j is outside', async (place) => {
    expect((await file('read', place)).end.outcome).toMatchObject({ error: { code: 'file.outside' }, retry: 'never' });
    expect((await file('copy', 'in/a.csv', { to: place })).end.outcome).toMatchObject({ error: { code: 'file.outside' } });
  });

  it('that is an artifact cannot be changed', async () => {
    const kept = await file('read', 'in/a.csv', { format: 'artifact' });
    for (const action of ['write', 'remove', 'move'])
      expect(
        (await file(action, '{{ tasks.kept.output.path }}', { content: 'x', to: 'x' }, { kept: kept.end.output })).end.outcome,
      ).toMatchObject({
        error: { code: 'file.outside' },
      });
  });
});

describe('a table', () => {
  const rows = [
    { city: 'Cairo', name: 'القاهرة', mm: 0, wet: false },
    { city: 'Oslo, "N"', name: 'Oslo', mm: 3.5, wet: true },
  ];

  it.each(['csv', 'jsonl', 'parquet'])('is written as %s from rows or an artifact, and read into either', async (format) => {
    const place = `tables/day/a.${format}.made`;
    const written = await file('write', place, { format, content: '{{ tasks.rows.output }}' }, { rows });
    const { size } = statSync(path.join(files, place));
    expect(written.end.output).toEqual({ path: place, bytes: size, rows: 2 });
    expect((await file('read', place, { format })).end.output).toEqual(rows);

    const kept = await file('read', place, { format, into: 'artifact' });
    expect(kept.end.artifacts).toMatchObject([{ name: 'task.parquet' }]);
    expect(kept.end.output).toMatchObject({ rows: 2 });
    const again = await file('write', place, { format, content: '{{ tasks.kept.output }}' }, { kept: kept.end.output });
    expect(again.end.output).toMatchObject({ path: place, rows: 2 });
    expect((await file('read', place, { format })).end.output).toEqual(rows);
    const byPath = await file('read', '{{ tasks.kept.output.path }}', { format: 'parquet' }, { kept: kept.end.output });
    expect(byPath.end.output).toEqual(rows);
    expect(readdirSync(path.join(files, 'tables/day')).filter((name) => name.includes(format))).toEqual([path.basename(place)]);
  });

  it('is a file that other programs read', async () => {
    await file('write', 'tables/b.csv', { format: 'csv', content: rows });
    expect(readFileSync(path.join(files, 'tables/b.csv'), 'utf8').split('\n')[2]).toBe('"Oslo, ""N""",Oslo,3.5,true');
    await file('write', 'tables/b.jsonl', { format: 'jsonl', content: rows });
    const lines = readFileSync(path.join(files, 'tables/b.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Json)).toEqual(rows);
    await file('write', 'tables/none.jsonl', { format: 'jsonl', content: [] });
    expect((await file('read', 'tables/none.jsonl', { format: 'jsonl' })).end.output).toEqual([]);
    expect((await file('read', 'in/a.csv', { format: 'csv' })).end.output).toEqual([{ a: 1 }]);
  });

  it.each<[string, string, JsonObject, string]>([
    ['read', 'in/none', { format: 'csv' }, 'file.missing'],
    ['read', 'in', { format: 'parquet' }, 'file.kind'],
    ['read', 'in/a.csv', { format: 'parquet' }, 'output'],
    ['read', '/etc/passwd', { format: 'csv' }, 'file.outside'],
    ['write', '../x.csv', { format: 'csv', content: rows }, 'file.outside'],
    ['write', 'tables/x.csv', { format: 'csv', content: 'a,b' }, 'config'],
    ['write', 'tables/x.csv', { format: 'csv', content: rows, append: true }, 'config'],
    ['write', 'tables/x.parquet', { format: 'parquet', content: [] }, 'config'],
    ['write', 'tables/x.csv', { format: '{{ "csv" }}', content: rows }, 'config'],
  ])('fails with a code: %s %s %j', async (action, place, more, code) => {
    expect((await file(action, place, more)).end.outcome).toMatchObject({ error: { code } });
    expect(existsSync(path.join(files, 'tables/x.csv'))).toBe(false);
  });
});

describe('a list', () => {
  it('has the files that fit, by path', async () => {
    const names = async (place: string, pattern?: string) =>
      ((await file('list', place, pattern ? { pattern } : {})).end.output as JsonObject[]).map((one) => one.path);
    expect(await names('in')).toEqual(['in/a.csv', 'in/b.json']);
    expect(await names('in', '*.csv')).toEqual(['in/a.csv']);
    expect(await names('in', '**/*.csv')).toEqual(['in/a.csv', 'in/old/c.csv']);
  });

  it('fits as a regular expression of the same meaning does', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 })
      .filter((one) => !one.includes('//') && !one.startsWith('/') && !one.endsWith('/') && one !== '');
    const pattern = fc
      .string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 6 })
      .filter((one) => !one.includes('**'));
    fc.assert(
      fc.property(text, pattern, (name, wanted) => {
        const regex = new RegExp(`^${[...wanted].map((c) => (c === '*' ? '[^/]*' : c === '?' ? '[^/]' : c)).join('')}$`);
        expect(fitsPattern(name, wanted)).toBe(regex.test(name));
        expect(fitsPattern(`x/${name}`, `**/${wanted}`)).toBe(regex.test(name.split('/').at(-1)!));
      }),
    );
  });
});
