import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
  mkdirSync(path.join(bench.dataDir, 'files/in'), { recursive: true });
  writeFileSync(path.join(bench.dataDir, 'files/in/rain.csv'), 'city,mm\nSeattle,3.5\nSeattle,1\nCairo,0\n');
  writeFileSync(
    path.join(bench.dataDir, 'files/in/names.jsonl'),
    '{"city":"Cairo","name":"القاهرة"}\n{"city":"Seattle","name":"Seattle"}\n',
  );
  writeFileSync(path.join(bench.dataDir, 'files/private.csv'), 'secret\n1\n');
});
afterAll(() => bench.close());

const transform = (tables: JsonObject, query: string, more: JsonObject = {}, outputs: Record<string, Json> = {}) =>
  bench.run('transform@1', { tables, query, ...more }, { outputs });
const failure = async (...given: Parameters<typeof transform>) => {
  const { outcome } = (await transform(...given)).end;
  return outcome.type === 'failed' ? { code: outcome.error.code, retry: outcome.retry, message: outcome.error.message } : outcome;
};

describe('a transformation', () => {
  it('reads rows of a task before, and a file beside them', async () => {
    const told = await transform(
      { rain: '{{ tasks.extract.output }}', names: 'in/names.jsonl' },
      'select n.name, sum(r.mm) as mm from rain r join names n using (city) group by n.name order by mm',
      {},
      {
        extract: [
          { city: 'Seattle', mm: 3.5 },
          { city: 'Cairo', mm: 0 },
          { city: 'Seattle', mm: 1 },
        ],
      },
    );
    expect(told.end).toMatchObject({
      outcome: { type: 'success' },
      output: [
        { name: 'القاهرة', mm: 0 },
        { name: 'Seattle', mm: 4.5 },
      ],
    });
  });

  it('leaves an artifact that the next one reads', async () => {
    for (const output of ['parquet', 'csv', 'json']) {
      const first = await transform({ input: 'in/rain.csv' }, 'select * from input where mm > 0;', { output });
      expect(first.end.artifacts).toMatchObject([{ name: `task.${output}` }]);
      expect(first.end.output).toMatchObject({ rows: 2 });
      const second = await transform(
        { input: '{{ tasks.first.output }}' },
        'select count(*) as n, sum(mm) as mm from input',
        {},
        { first: first.end.output! },
      );
      expect([output, second.end.output]).toEqual([output, [{ n: 2, mm: 4.5 }]]);
    }
  });

  it('sees its tables and nothing else', async () => {
    const tables = { input: 'in/rain.csv' };
    const other = path.join(bench.dataDir, 'files/private.csv');
    for (const query of [
      `select * from read_csv('${other}')`,
      `select * from read_text('/etc/hostname')`,
      `select * from 'https://example.com/a.csv'`,
      `copy input to '/tmp/drawloom-transform.csv'`,
    ])
      expect(await failure(tables, query)).toMatchObject({ code: 'sql', retry: 'never' });
    expect(await failure({ input: '../engine.json' }, 'select 1')).toMatchObject({ code: 'file.outside' });
  });

  it.each([
    ['create table t as select 1', 'no select'],
    ['select 1; select 2', '2 statements'],
    ['set enable_external_access = true', 'no select'],
    ['select nothing from input', 'nothing'],
    ['selec', 'syntax'],
  ])('takes one select: %s', async (query, words) => {
    expect(await failure({ input: 'in/rain.csv' }, query)).toMatchObject({
      code: 'sql',
      message: expect.stringContaining(words),
    });
  });

  it.each<[JsonObject, string]>([
    [{ input: '' }, 'has no source'],
    [{}, 'wants a table'],
    [{ input: [] }, 'no rows'],
    [{ input: [1, 2] }, 'not all'],
    [{ input: { a: 1 } }, 'is an object'],
    [{ input: 'in/rain.xls' }, 'no format'],
  ])('says what is wrong with %j', async (tables, words) => {
    expect(await failure(tables, 'select 1')).toMatchObject({
      code: 'config',
      retry: 'never',
      message: expect.stringContaining(words),
    });
  });

  it('refuses rows that are too many for an output', async () => {
    const many = "select range as n, repeat('x', 100) as t from range(10000)";
    expect(await failure({ input: 'in/rain.csv' }, many)).toMatchObject({ code: 'output', retry: 'never' });
    const kept = await transform({ input: 'in/rain.csv' }, many, { output: 'csv' });
    const [artifact] = kept.end.artifacts;
    expect(readFileSync(path.join(bench.dataDir, 'artifacts', artifact!.id), 'utf8').split('\n')).toHaveLength(10_002);
  });
});
