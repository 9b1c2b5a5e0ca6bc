import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import type { OccurrenceRow, RunRow, Store } from '#server/store/store.ts';
import { judge, type Evidence } from './judge.ts';
import { aChunk } from '#server/store/testing/rows.ts';
import { slowStarts } from './slow-starts.ts';
import { readLedger, type LedgerEntry } from './ledger.ts';
import { Violations } from './violations.ts';
import { chaosWorkflows, everyMs } from './workflows.ts';

/*
 * The judge of the chaos campaign is judged: real runs of its workflows leave real evidence, in which it must find nothing;
 * then one thing at a time is made wrong, and it must find that.
 */
let bench: EngineBench;
let store: Store;
let chain: RunRow;
let fan: RunRow;
let parent: RunRow;
let file: string;

beforeAll(async () => {
  bench = await EngineBench.open({ processes: true });
  file = path.join(bench.dataDir, 'ledger');
  for (const workflow of chaosWorkflows(file)) await bench.publish({ ...workflow, triggers: [] });
  await bench.engine.pools.put({ name: 'two', slots: 2, description: '' });
  [chain, fan, parent] = [await bench.run('chain'), await bench.run('fan'), await bench.run('parent')];
  store = bench.store;
});
afterAll(() => bench.close());

const asked = () =>
  [chain, fan, parent].map(({ id, workflowId }) => ({
    key: `key ${workflowId}`,
    workflowId,
    runIds: new Set([id]),
    cancelled: false,
  }));
async function found(change: Partial<Evidence> = {}): Promise<Record<string, number>> {
  const violations = new Violations();
  await judge({ store, asked: asked(), approved: new Set(), ledger: readLedger(file), seen: new Map(), ...change }, violations);
  return Object.fromEntries(
    Object.entries(violations.lists)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => [name, list.length]),
  );
}
/** The ledger as it was written, with one thing in it changed. */
function forged(change: (ledger: Map<string, LedgerEntry>) => void): Map<string, LedgerEntry> {
  const ledger = readLedger(file);
  change(ledger);
  return ledger;
}
const entry = (ledger: Map<string, LedgerEntry>, run: RunRow, task: string) => ledger.get(`${run.id} ${task} 1`)!;
const withRuns = (runs: Partial<Store['runs']>): Store => ({ ...store, runs: { ...store.runs, ...runs } });
const changedRun = (id: string, set: Partial<RunRow>): Store =>
  withRuns({ list: async (filter) => (await store.runs.list(filter)).map((row) => (row.id === id ? { ...row, ...set } : row)) });
const occurrences = (rows: OccurrenceRow[]): Store => ({
  ...store,
  triggers: { ...store.triggers, occurrences: async (workflowId) => rows.filter((row) => row.workflowId === workflowId) },
});
const tick = (n: number, runId: string | null = null): OccurrenceRow => ({
  ...{ workflowId: 'tick', triggerId: 'every', at: n * everyMs['tick']!, reason: null, decidedAt: 0 },
  ...{ outcome: runId === null ? 'skipped' : 'run', runId },
});

const contradictions: Store['health']['contradictions'] = () =>
  Promise.resolve([{ invariant: 'I15', subject: 'tick/every at 1', message: 'It would fire again.' }]);

it('a start of the engine is slow when it takes 5 s more than the first, which found nothing', () => {
  expect(slowStarts([800, 5_700, 900])).toEqual([]);
  expect(slowStarts([800, 900, 5_900])).toEqual([expect.stringMatching(/^start 3 .*5900 ms/)]);
});

it('finds nothing in what really happened', async () => {
  expect(readLedger(file).size).toBe(4 + 7 + 2 + 4);
  expect(await found()).toEqual({});
});

it('a torn line of the ledger is no entry', () => {
  const torn = `${file}.torn`;
  writeFileSync(torn, `${readFileSync(file, 'utf8')}begin ${chain.id} a`);
  expect(readLedger(torn).size).toBe(readLedger(file).size);
});

it.each<[string, string, () => Partial<Evidence>]>([
  ['an attempt that ran twice', 'I3', () => ({ ledger: forged((l) => entry(l, chain, 'b').begins.push(Date.now())) })],
  [
    'a task that was done again after it had succeeded',
    'I3',
    () => ({
      store: withRuns({
        attempts: async (id) =>
          (await store.runs.attempts(id)).flatMap((row) =>
            row.task === 'a' ? [row, { ...row, id: `${row.id}+`, attempt: 2 }] : row,
          ),
      }),
      ledger: forged((l) => {
        const { ends } = entry(l, chain, 'a');
        l.set(`${chain.id} a 2`, { runId: chain.id, task: 'a', attempt: 2, begins: [ends[0]! + 1], ends: [ends[0]! + 2] });
      }),
    }),
  ],
  [
    'an attempt that ran and is not stored',
    'I3',
    () => ({
      ledger: forged((l) => l.set(`${chain.id} b 2`, { runId: chain.id, task: 'b', attempt: 2, begins: [1], ends: [2] })),
    }),
  ],
  ['a success of which nothing ran', 'I3', () => ({ ledger: forged((l) => l.delete(`${chain.id} c 1`)) })],
  ['a success before its end', 'I3', () => ({ ledger: forged((l) => (entry(l, chain, 'd').ends = [])) })],
  [
    'a task that began before the one it waits for had ended',
    'I7',
    () => ({ ledger: forged((l) => (entry(l, chain, 'b').begins = [entry(l, chain, 'a').ends[0]! - 100])) }),
  ],
  [
    'a parent that went on before its child had ended',
    'I7',
    () => ({ ledger: forged((l) => (entry(l, parent, 'behind').begins = [entry(l, parent, 'before').ends[0]!])) }),
  ],
  [
    'a pool that was exceeded',
    'I12',
    () => ({
      ledger: forged((l) => {
        const { begins, ends } = entry(l, fan, 'f1');
        for (const task of ['f2', 'f3']) Object.assign(entry(l, fan, task), { begins: [...begins], ends: [...ends] });
      }),
    }),
  ],
  [
    'a run of the ledger that is not there',
    'I6',
    () => ({ ledger: forged((l) => l.set('x', { ...entry(l, chain, 'a'), runId: 'gone' })) }),
  ],
  [
    'an acknowledged request that was lost',
    'I6',
    () => ({ asked: [...asked(), { key: 'k', workflowId: 'chain', runIds: new Set(['lost']), cancelled: false }] }),
  ],
  [
    'a request that made two runs',
    'I2',
    () => ({ asked: asked().map((each, n) => (n === 0 ? { ...each, runIds: new Set([chain.id, fan.id]) } : each)) }),
  ],
  ['a run that nobody asked for', 'I2', () => ({ asked: asked().slice(1) })],
  ['an answer that was acknowledged and lost', 'I6', () => ({ approved: new Set(['r/ask#-1@1']) })],
  ['a run that never ended', 'I12', () => ({ store: changedRun(chain.id, { endedAt: null }) })],
  ['a run that failed though nothing of it should', 'I5', () => ({ store: changedRun(chain.id, { status: 'failed' }) })],
  [
    'an attempt that never ended',
    'I12',
    () => ({
      store: withRuns({ attempts: async (id) => (await store.runs.attempts(id)).map((row) => ({ ...row, endedAt: null })) }),
    }),
  ],
  [
    'more attempts of its own than retries allow',
    'I5',
    () => ({
      store: withRuns({
        attempts: async (id) =>
          (await store.runs.attempts(id)).flatMap((row) =>
            row.task === 'a' ? [1, 2, 3, 4].map((attempt) => ({ ...row, attempt, status: 'failed' as const })) : row,
          ),
      }),
    }),
  ],
  [
    'an event that is missing',
    'I4',
    () => ({ store: withRuns({ events: async (...of) => (await store.runs.events(...of)).filter(({ seq }) => seq !== 2) }) }),
  ],
  [
    'a status that its events contradict',
    'I4',
    () => ({
      store: withRuns({
        taskRuns: async (id) =>
          (await store.runs.taskRuns(id)).map((row) => (row.task === 'a' ? { ...row, status: 'failed' } : row)),
      }),
    }),
  ],
  [
    'a line of a log that stands twice',
    'I8',
    () => ({
      store: withRuns({
        logs: async (...of) => (await store.runs.logs(...of)).map((chunk) => ({ ...chunk, text: chunk.text.repeat(2) })),
      }),
    }),
  ],
  [
    'a gap in the numbers of a log',
    'I8',
    () => ({
      store: withRuns({
        logs: async (...of) => (await store.runs.logs(...of)).map((chunk) => ({ ...chunk, seq: chunk.seq + 1 })),
      }),
    }),
  ],
  [
    'a log of which the client saw something else',
    'I8',
    () => ({ seen: new Map([[`${chain.id}/a@1`, [aChunk(`${chain.id}/a@1`, 1, 'other')]]]) }),
  ],
  [
    'words of a killed attempt that it never said',
    'I8',
    () => ({
      store: withRuns({
        attempts: async (id) => (await store.runs.attempts(id)).map((row) => ({ ...row, status: 'failed' as const })),
        logs: async (...of) => (await store.runs.logs(...of)).map((chunk) => ({ ...chunk, text: `${chunk.text}more` })),
      }),
    }),
  ],
  ['a row that contradicts itself', 'I15', () => ({ store: { ...store, health: { ...store.health, contradictions } } })],
  ['a log that was lost', 'I8', () => ({ store: withRuns({ logs: () => Promise.resolve([]) }) })],
  ['an instant of a schedule that was lost', 'I1', () => ({ store: occurrences([tick(1), tick(3)]) })],
  ['an instant whose run is not there', 'I1', () => ({ store: occurrences([tick(1, 'gone')]) })],
  [
    'two children of one attempt',
    'I2',
    () => ({
      store: {
        ...store,
        childRuns: {
          ...store.childRuns,
          of: async (ids) => (await store.childRuns.of(ids)).flatMap((row) => [row, row]),
        },
      },
    }),
  ],
  [
    'a circuit that opened for nothing',
    'I4',
    () => ({
      store: {
        ...store,
        breakers: {
          list: () =>
            Promise.resolve([
              {
                ...{ workflowId: 'broken', state: 'open' as const, since: 1, failures: 3, failedRuns: [], openings: 2 },
                ...{ trialAt: null, trialRun: null, history: [] },
              },
            ]),
        },
      },
    }),
  ],
])('finds %s (%s)', async (_what, invariant, change) => {
  expect(Object.keys(await found(change()))).toContain(invariant);
});
