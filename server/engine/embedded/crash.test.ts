import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { Crash, crashingStore, type CrashPoint } from '../testing/crashing-store.ts';
import { noop, shell, workflow } from '../testing/workflows.ts';

/** Every attempt writes its id when it begins: what really ran, told by nobody but the tasks. */
const ledger = 'echo "$DRAWLOOM_RUN_ID $DRAWLOOM_TASK_ID@$DRAWLOOM_ATTEMPT" >> "$(dirname "$DRAWLOOM_INPUT")/../../ledger"';
const small = workflow(
  'small',
  {
    a: noop,
    b: shell(ledger),
    c: shell(`${ledger}; [ "$DRAWLOOM_ATTEMPT" -gt 1 ]`, { retry: { max: 1, delaySec: 0 } }),
    d: shell(ledger),
  },
  ['a>b', 'a>c', 'b>d', 'c>d'],
);
const never = (): CrashPoint => ({ count: 0, at: 0, when: 'before', crashed: false });

let bench: EngineBench;
let point = never();
let requests = 0;
beforeAll(async () => {
  bench = await EngineBench.open({ processes: true, wrap: (store) => crashingStore(store, point, (error) => bench.die(error)) });
  await bench.publish(small);
});
afterAll(() => bench.close());

/** One engine's life: it starts, is asked for the run, and works until the run has ended or it dies. */
async function live(next: CrashPoint, idempotencyKey: string): Promise<string | null> {
  point = next;
  bench.crash = null;
  await bench.drop();
  try {
    await bench.orCrash(bench.start());
    const made = bench.engine.creator.create({ workflowId: 'small', runType: 'manual', idempotencyKey, by: null });
    const { runId } = await bench.orCrash(made);
    await bench.ended(runId);
    return runId;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return null;
  }
}

/** Engines that die at these points, one after the other, and one that does not: everything must be as if none had died. */
async function survive(...points: CrashPoint[]): Promise<void> {
  const key = `request-${++requests}`;
  for (const next of points) await live(next, key);
  const runId = await live(never(), key);
  if (runId === null) throw new Error('The engine died without a reason.');
  const run = await bench.store.runs.get(runId);
  expect({ run: run?.status, number: run?.number, tasks: await bench.statuses(runId) }).toEqual({
    run: 'success',
    number: requests,
    tasks: { a: 'success', b: 'success', c: 'success', d: 'success' },
  });
  await checkAttempts(runId);
}

/** What the ledger says against what is stored: nothing ran twice, nothing ran that is not stored, nothing is left open. */
async function checkAttempts(runId: string): Promise<void> {
  const lines = readFileSync(path.join(bench.dataDir, 'ledger'), 'utf8').trim().split('\n');
  const own = lines.filter((line) => line.startsWith(`${runId} `)).map((line) => line.split(' ')[1]);
  expect(own).toHaveLength(new Set(own).size);
  const attempts = await bench.store.runs.attempts(runId);
  const stored = new Set(attempts.map(({ task, attempt }) => `${task}@${attempt}`));
  for (const line of own) expect(stored).toContain(line);
  expect(await bench.store.runs.openAttempts()).toEqual([]);
  for (const task of ['b', 'c', 'd']) {
    const made = attempts.filter((row) => row.task === task);
    expect(made.filter(({ infra }) => !infra).length).toBeLessThanOrEqual(task === 'c' ? 2 : 1);
    expect(made.filter(({ status }) => status === 'success')).toHaveLength(1);
  }
}

/** How many store operations an undisturbed start and run take. */
async function countOperations(): Promise<number> {
  const counted = never();
  await live(counted, `request-${++requests}`);
  return counted.count;
}

describe('a crash at the n-th store operation', () => {
  it('loses nothing and runs nothing twice, for every n', async () => {
    const operations = await countOperations();
    expect(operations).toBeGreaterThan(10);
    for (let at = 1; at <= operations; at++)
      for (const when of ['before', 'after'] as const) await survive({ count: 0, at, when, crashed: false });
  }, 240_000);

  it('may come again during recovery, twenty times', async () => {
    const operations = await countOperations();
    const points = Array.from({ length: 20 }, (_, n): CrashPoint => {
      const when = n % 2 === 0 ? 'before' : 'after';
      return { count: 0, at: n === 0 ? operations - 6 : 1 + (n % 14), when, crashed: false };
    });
    await survive(...points);
  }, 240_000);
});
