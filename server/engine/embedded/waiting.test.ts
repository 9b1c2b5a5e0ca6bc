import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noHistory } from '#domain/forecast/usual.ts';
import { taskRun } from '#domain/run/read.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { ScriptedPerformer } from '../testing/scripted-performer.ts';
import { noop, workflow } from '../testing/workflows.ts';
import { expectWaiting } from './expect-waiting.ts';
import { nameWaiting } from './name-waiting.ts';
import { selfCheck } from './self-check.ts';

let bench: EngineBench;
const world = { now: () => Date.now(), after: (ms: number, what: () => void) => void setTimeout(what, ms) };
beforeAll(async () => {
  bench = await EngineBench.open({
    performer: (reports) =>
      new ScriptedPerformer(reports, world, {
        hold: ['hang'],
        ask: [{ ask: 'May I?', forMs: 3_600_000 }],
        call: [{ child: 'long' }],
        bad: ['failed_no_retry'],
        late: ['failed'],
      }),
  });
  await bench.engine.pools.put({ name: 'db', slots: 1, description: '' });
});
afterAll(() => bench.close());

const start = async (workflowId: string) => bench.engine.creator.create({ workflowId, runType: 'manual', by: null });
const reach = (runId: string, task: string, status: string) =>
  bench.until(() => {
    const run = bench.engine.decider.runs.get(runId);
    return run && taskRun(run.compiled.plan, run.state, task)?.status === status;
  });
/** `code: sentence` of everything that one task waits for. */
const why = async (runId: string, task: string) => {
  const { decider, store } = bench.engine;
  const found = await nameWaiting(store, decider, decider.runs.get(runId)!, task);
  return found.flatMap(({ reasons }) => reasons.map(({ code, message }) => `${code}: ${message}`));
};

describe('why a task waits', () => {
  it('names who holds the pool and which limit is reached, by run number and workflow', async () => {
    await bench.publish(workflow('holder', { hold: { ...noop, pool: { name: 'db', slots: 1 } } }));
    await bench.publish(workflow('waiter', { a: { ...noop, pool: { name: 'db', slots: 1 } }, b: noop }, ['a>b']));
    const first = await start('holder');
    await reach(first.runId, 'hold', 'running');
    const second = await start('waiter');
    await reach(second.runId, 'a', 'scheduled');
    expect(await why(second.runId, 'a')).toEqual([`pool.full: Pool db 1/1 used by run ${first.number} of holder/hold.`]);
    expect(await why(second.runId, 'b')).toEqual(['upstream.unfinished: Waits by all_success for a (scheduled).']);
    // What works waits for nothing.
    expect(await why(first.runId, 'hold')).toEqual([]);
    await bench.engine.acts.cancel(first.runId, null);
    await bench.ended(second.runId);
  });

  it('names the runs that fill the workflow, and the run before by its number', async () => {
    await bench.publish(workflow('one', { hold: noop }, [], { settings: { maxActiveRuns: 1 } }));
    const [first, second] = [await start('one'), await start('one')];
    expect(await why(second.runId, 'hold')).toEqual([`run.queued: 1 of 1 runs of one are active: run ${first.number}.`]);
    for (const { runId } of [second, first]) await bench.engine.acts.cancel(runId, null);

    await bench.publish(workflow('past', { bad: { ...noop, past: { dependsOnPast: true } } }));
    const failed = await start('past');
    expect((await bench.ended(failed.runId)).status).toBe('failed');
    const next = await start('past');
    await bench.until(async () => (await why(next.runId, 'bad'))[0]?.startsWith('past.waiting'));
    expect(await why(next.runId, 'bad')).toEqual([
      `past.waiting: Waits for bad of the run before (run ${failed.number}, failed): success or skipped there.`,
    ]);
    await bench.engine.acts.cancel(next.runId, null);
  });

  it('names who may answer, the child run, and the instant of a retry', async () => {
    await bench.publish(workflow('long', { hold: noop }));
    await bench.publish(workflow('waits', { ask: noop, call: noop, late: { ...noop, retry: { max: 1, delaySec: 3600 } } }));
    const { runId } = await start('waits');
    await reach(runId, 'ask', 'awaiting_input');
    await reach(runId, 'late', 'up_for_retry');
    const child = await bench.until(() =>
      [...bench.engine.decider.runs.values()].find(({ facts }) => facts.parent?.runId === runId),
    );
    await reach(child.facts.id, 'hold', 'running');
    expect((await why(runId, 'ask'))[0]).toMatch(/^person\.waiting: Waits for anybody who may run it to answer\. It goes on/);
    expect(await why(runId, 'call')).toEqual([`child.waiting: Waits for run ${child.facts.number} of long, which is running.`]);
    expect((await why(runId, 'late'))[0]).toMatch(/^retry\.delay: Is tried again at \d{4}-/);
    const { decider } = bench.engine;
    const check = selfCheck({ decider, now: () => Date.now(), upcoming: () => [], living: () => [], contested: () => [] });
    expect(check).toMatchObject({ waiting: 3, silent: [] });
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
  });

  it('says when it will probably begin, but not behind a person or what never went well', async () => {
    const tasks = { hold: noop, a: noop, ask: noop, b: noop, hang: noop, c: noop };
    await bench.publish(workflow('soon', { ...tasks, hold2: noop }, ['hold>a', 'ask>b', 'hang>c']));
    const { runId } = await start('soon');
    await reach(runId, 'ask', 'awaiting_input');
    const { decider, store } = bench.engine;
    const run = decider.runs.get(runId)!;
    const usual = (medianMs: number) => ({ medianMs, lowMs: medianMs, highMs: medianMs, runs: 5, copies: 1 });
    const history = {
      runs: 5,
      run: usual(90_000),
      tasks: { hold: usual(60_000), a: usual(1_000), ask: usual(1_000), b: usual(1_000), c: usual(1_000), hold2: usual(1_000) },
    };
    const waiting = await nameWaiting(store, decider, run);
    const begun = taskRun(run.compiled.plan, run.state, 'hold')!.startedAt!;
    const expected = (of: typeof history | typeof noHistory) =>
      Object.fromEntries(expectWaiting(waiting, run, of, begun + 20_000).map(({ task, expectedAt }) => [task, expectedAt]));
    const { a, b, c } = expected(history);
    expect([a, b, c]).toEqual([begun + 60_000, undefined, undefined]);
    expect(expected(noHistory)['a']).toBeUndefined();
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
  });
});
