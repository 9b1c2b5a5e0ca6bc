import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';
import { startPostgres, type TestPostgres } from '#server/store/testing/postgres.ts';

let bench: Workbench;
let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('These tests need a PostgreSQL.');
  postgres = started;
  url = await postgres.freshDatabase();
  bench = await Workbench.open({
    connection: async (name) => (name === 'shop' ? { url } : null),
  });
  mkdirSync(path.join(bench.dataDir, 'files/in'));
  writeFileSync(path.join(bench.dataDir, 'files/in/rain.csv'), 'city,mm\nSeattle,3.5\nSeattle,1\nCairo,0\n');
});
afterAll(async () => {
  await bench.close();
  await postgres.stop();
});

const sql = (database: string, query: string, more: JsonObject = {}, outputs = {}) =>
  bench.run('sql@1', { database, query, ...more }, { outputs });

describe('DuckDB', () => {
  it('reads files by name and keeps tables in a file', async () => {
    await sql('duckdb', "create or replace table rain as select * from 'in/rain.csv'", {
      file: 'db/weather.duckdb',
      output: 'none',
    });
    const told = await sql('duckdb', 'select city, sum(mm) as mm, count(*) as n from rain group by city order by city', {
      file: 'db/weather.duckdb',
    });
    expect(told.end).toMatchObject({
      outcome: { type: 'success' },
      output: [
        { city: 'Cairo', mm: 0, n: 1 },
        { city: 'Seattle', mm: 4.5, n: 2 },
      ],
    });
  });

  it('gives values as JSON', async () => {
    const told = await sql(
      'duckdb',
      `select 9007199254740993::bigint as big, 1.25::decimal(9,2) as dec, date '2026-03-26' as d, timestamp '2026-03-26 06:00:00' as ts,
        timestamptz '2026-03-26 06:00:00+01' as tz, [1, null] as l, {'a': date '2026-01-01'} as s, map {'k': 1} as m, 'ab'::blob as b, 'nan'::double as n, null as z, true as t`,
    );
    expect(told.end.output).toEqual([
      {
        big: '9007199254740993',
        dec: 1.25,
        d: '2026-03-26',
        ts: '2026-03-26T06:00:00',
        tz: '2026-03-26T05:00:00.000Z',
        l: [1, null],
        s: { a: '2026-01-01' },
        m: { k: 1 },
        b: 'YWI=',
        n: null,
        z: null,
        t: true,
      },
    ]);
  });

  it('binds parameters, and never reads them as SQL', async () => {
    const told = await sql('duckdb', 'select $name as name, $n + 1 as n; -- $none', {
      parameters: { name: "x'; drop table rain; --", n: 41 },
    });
    expect(told.end.output).toEqual([{ name: "x'; drop table rain; --", n: 42 }]);
    expect((await sql('duckdb', 'select $gone')).end.outcome).toMatchObject({ error: { code: 'sql' }, retry: 'never' });
  });

  it('leaves a Parquet file that the next task reads by its path', async () => {
    const first = await sql('duckdb', "select * from 'in/rain.csv' where mm > $least;", {
      output: 'artifact',
      parameters: { least: 0 },
    });
    expect(first.end.output).toMatchObject({ name: 'task.parquet', rows: 2, type: 'application/vnd.apache.parquet' });
    expect(first.end.artifacts).toHaveLength(1);
    const next = await sql(
      'duckdb',
      "select max(mm) as mm from read_parquet('{{ tasks.first.output.path }}')",
      {},
      { first: first.end.output },
    );
    expect(next.end.output).toEqual([{ mm: 3.5 }]);
  });

  it('refuses too many rows, and commits nothing', async () => {
    const file = 'db/atomic.duckdb';
    await sql('duckdb', 'create table t (a int)', { file, output: 'none' });
    const told = await sql('duckdb', "insert into t values (1); select repeat('x', 1000) from range(300)", { file });
    expect(told.end.outcome).toMatchObject({ error: { code: 'output' }, retry: 'never' });
    expect((await sql('duckdb', 'select count(*) as n from t', { file })).end.output).toEqual([{ n: 0 }]);
  });

  it('says what the database says', async () => {
    const told = await sql('duckdb', 'select * from nowhere');
    expect(told.end.outcome).toMatchObject({
      type: 'failed',
      error: { code: 'sql', message: expect.stringContaining('nowhere') as string },
    });
  });

  it('stays inside the folder files', async () => {
    expect((await sql('duckdb', 'select 1', { file: '../outside.duckdb' })).end.outcome).toMatchObject({
      error: { code: 'file.outside' },
    });
  });

  it('ends at once when it is cancelled in the middle of a query', async () => {
    const query = 'select count(*) from range(100000000000) a, range(1000) b';
    const job = bench.begin('sql@1', { database: 'duckdb', query });
    await bench.until(job.attemptId, (told) => told.started !== undefined);
    bench.performer.stop(job.attemptId, 'cancelled');
    expect((await bench.ended(job.attemptId)).end.outcome).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('SQLite', () => {
  const file = 'db/shop.sqlite';
  it('runs a script in one transaction, triggers and all', async () => {
    const told = await sql(
      'sqlite',
      `create table o (id integer primary key, total real, note text); -- semicolon; in a comment
       create trigger tr after insert on o begin update o set note = 'a;b' where id = new.id; end;
       insert into o (total) values ($total), (2);
       select id, total, note, 9007199254740993 as big, x'6162' as b from o where total > 1`,
      { file, parameters: { total: 7.5 } },
    );
    expect(told.end.output).toEqual([
      { id: 1, total: 7.5, note: 'a;b', big: '9007199254740993', b: 'YWI=' },
      { id: 2, total: 2, note: 'a;b', big: '9007199254740993', b: 'YWI=' },
    ]);
    const failed = await sql('sqlite', 'delete from o; select * from nowhere', { file });
    expect(failed.end.outcome).toMatchObject({ error: { code: 'sql' } });
    expect((await sql('sqlite', 'select count(*) as n from o', { file })).end.output).toEqual([{ n: 2 }]);
  });

  it('leaves a Parquet file, also of no rows', async () => {
    const told = await sql('sqlite', 'select id, total from o', { file, output: 'artifact' });
    const read = await sql(
      'duckdb',
      "select sum(total) as s from read_parquet('{{ tasks.o.output.path }}')",
      {},
      { o: told.end.output },
    );
    expect(read.end.output).toEqual([{ s: 9.5 }]);
    const none = await sql('sqlite', 'select id, total from o where false', { file, output: 'artifact' });
    expect(none.end.output).toMatchObject({ rows: 0 });
  });
});

describe('PostgreSQL', () => {
  it('reads and writes over a connection, by name', async () => {
    const told = await sql(
      'postgres',
      `create table o (id bigserial, total numeric(10,2), day date, at timestamptz);
       insert into o (total, day, at) values ($total, '2026-03-26', '2026-03-26 06:00+01'), (2, null, null);
       select *, $note::text as note from o order by id`,
      { connection: 'shop', parameters: { total: 7.5, note: "it's" } },
    );
    expect(told.end).toMatchObject({
      output: [
        { id: 1, total: 7.5, day: '2026-03-26', at: '2026-03-26T05:00:00.000Z', note: "it's" },
        { id: 2, total: 2, day: null, at: null, note: "it's" },
      ],
    });
    const many = await sql('postgres', 'select g as n from generate_series(1, 2500) g', {
      url,
      output: 'artifact',
    });
    expect(many.end.output).toMatchObject({ rows: 2500 });
    expect((await sql('postgres', 'vacuum o', { connection: 'shop', output: 'none' })).end.outcome).toEqual({ type: 'success' });
  });

  it('fails with a code when it cannot be reached, or nobody knows the connection', async () => {
    expect((await sql('postgres', 'select 1', { connection: 'nobody' })).end.outcome).toMatchObject({
      error: { code: 'connection.missing' },
    });
    expect((await sql('postgres', 'select 1', { url: 'postgresql://127.0.0.1:1/x' })).end.outcome).toMatchObject({
      error: { code: 'sql' },
    });
    expect((await sql('postgres', 'select 1')).end.outcome).toMatchObject({ error: { code: 'config' } });
  });
});
