import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnOperator } from '#server/operators/own-operator.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { addOperatorExample } from '#server/operators/operator-examples.ts';
import { repositoryRoot } from '#server/store/repository-root.ts';
import { Workbench } from './testing/workbench.ts';

let bench: Workbench;
let catalog: OperatorCatalog;
const operators = { find: (name: string): OwnOperator | null => catalog.find(name) };
beforeAll(async () => {
  bench = await Workbench.open({
    operators,
    connection: async (name) => (name === 'warehouse' ? { type: 'postgres', host: 'db', password: 'hunter22' } : null),
  });
  catalog = new OperatorCatalog(bench.dataDir);
});
afterAll(async () => {
  await bench.close();
});

const schema = { type: 'object', properties: { n: { type: 'integer', default: 3 }, db: { type: 'string' } } };
function put(script: string, more: object = {}): void {
  const directory = path.join(bench.dataDir, 'operators/mine');
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'main.sh'), script);
  writeFileSync(
    path.join(directory, 'operator.json'),
    JSON.stringify({ type: 'mine', title: 'Mine', run: ['sh', 'main.sh', 'word'], configSchema: schema, ...more }),
  );
  catalog.refresh();
}
const say = (json: string) => `printf '%s' '${json}' >"$DRAWLOOM_OUTPUT"\n`;

describe("a person's own operator", () => {
  it('gets its config and input, and answers by file', async () => {
    put(
      `echo "$1"; grep -c '"n":3' "$DRAWLOOM_INPUT"; cat "$DRAWLOOM_OPERATOR/operator.json" >"$DRAWLOOM_ARTIFACTS/m.json"\n${say('{"rows": 7}')}`,
    );
    const told = await bench.run('mine@1', {});
    expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { rows: 7 }, artifacts: [{ name: 'm.json' }] });
    expect(told.logs.map(({ text }) => text).join('')).toBe('word\n1\n');
  });

  it('opens the ports that it names, and no others', async () => {
    put(say('{"$ports": ["late"], "output": 4}'), { ports: ['out', 'late'] });
    expect((await bench.run('mine@1', {})).end).toMatchObject({ outcome: { type: 'success', ports: ['late'] }, output: 4 });
    put(say('{"$ports": ["never"]}'), { ports: ['out', 'late'] });
    expect((await bench.run('mine@1', {})).end.outcome).toMatchObject({ type: 'failed', error: { code: 'output' } });
  });

  it('gets connections with their secrets, those it may use', async () => {
    put('cat "$DRAWLOOM_CONNECTIONS" >"$DRAWLOOM_OUTPUT"', {
      hints: { db: { widget: 'connection' } },
      credentials: ['postgres'],
    });
    expect((await bench.run('mine@1', { db: 'warehouse' })).end.output).toEqual({
      db: { type: 'postgres', host: 'db', password: 'hunter22' },
    });
    expect((await bench.run('mine@1', {})).end.output).toEqual({});
    expect((await bench.run('mine@1', { db: 'nowhere' })).end.outcome).toMatchObject({ error: { code: 'connection.missing' } });
    put('true', { hints: { db: { widget: 'connection' } }, credentials: ['smtp'] });
    expect((await bench.run('mine@1', { db: 'warehouse' })).end.outcome).toMatchObject({ error: { code: 'connection.type' } });
  });

  it('keeps the program it began with, also for an engine after this one and when its folder is gone', async () => {
    const gate = path.join(bench.dataDir, 'files/gate');
    put(`echo begun\nwhile [ ! -e '${gate}' ]; do sleep 0.02; done\n. "$DRAWLOOM_OPERATOR/part.sh"\n`);
    writeFileSync(path.join(bench.dataDir, 'operators/mine/part.sh'), say('"first"'));
    const job = bench.begin('mine@1', {});
    await bench.until(job.attemptId, (told) => told.logs.some(({ text }) => text.includes('begun')));
    rmSync(path.join(bench.dataDir, 'operators/mine'), { recursive: true });
    catalog.refresh();
    const row = bench.row(job);
    await bench.openPerformer();
    expect(await bench.performer.adopt(row, job, null)).toBe('adopted');
    writeFileSync(gate, '');
    expect((await bench.ended(job.attemptId)).end).toMatchObject({ outcome: { type: 'success' }, output: 'first' });
  });

  it('says what is wrong when it is broken or gone', async () => {
    put('true', { run: ['sh', 'gone.sh'] });
    expect((await bench.run('mine@1', {})).end.outcome).toMatchObject({ type: 'failed', error: { code: 'operator.broken' } });
    expect((await bench.run('mine@2', {})).end.outcome).toMatchObject({
      type: 'failed',
      error: { code: 'config' },
      retry: 'never',
    });
  });

  it('is the example: a profile of a table', async () => {
    addOperatorExample(repositoryRoot(), bench.dataDir, 'csv-profile');
    catalog.refresh();
    writeFileSync(path.join(bench.dataDir, 'files/orders.csv'), 'id,price,note\n1,2.5,\n2,4,late\n3,,\n');
    const told = await bench.run('csv-profile@1', { file: 'orders.csv', required: ['id', 'price'] });
    expect(told.end).toMatchObject({
      outcome: { type: 'success', ports: ['suspect'] },
      output: {
        rows: 3,
        columns: [
          { name: 'id', type: 'number', min: 1, max: 3, mean: 2 },
          { name: 'price', type: 'number', filled: 2, empty: 1 },
          { name: 'note', type: 'text' },
        ],
        problems: ['price is empty in 1 of 3 rows.'],
      },
      artifacts: [{ name: 'profile.md' }],
    });
    const id = told.end.artifacts[0]?.id ?? '';
    expect(readFileSync(path.join(bench.dataDir, 'artifacts', id), 'utf8')).toContain('| price | number | 2 | 1 |');
    const good = await bench.run('csv-profile@1', {
      file: 'orders.csv',
      maxEmptyPercent: 50,
      required: ['price'],
      report: false,
    });
    expect(good.end.outcome).toEqual({ type: 'success', ports: ['out'] });
    expect((await bench.run('csv-profile@1', { file: 'no.csv' })).end.outcome).toMatchObject({
      error: { code: 'csv' },
      retry: 'never',
    });
  });
});
