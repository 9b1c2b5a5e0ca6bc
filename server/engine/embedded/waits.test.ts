import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '#server/refusal.ts';
import type { ApprovalAnswer } from '../commands.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { Crash, crashingStore, type CrashPoint } from '../testing/crashing-store.ts';
import { noop, workflow } from '../testing/workflows.ts';

const never = (): CrashPoint => ({ count: 0, at: 0, when: 'before', crashed: false });
const form = { properties: { amount: { type: 'number' }, note: { type: 'string', default: 'none' } }, required: ['amount'] };
const ask = (more: object = {}) => ({ operator: 'approval@1', config: { message: 'Pay {{ params.sum }}?', form, ...more } });
const call = (id: string, more: object = {}) => ({ operator: 'sub-workflow@1', config: { workflow: id, ...more } });
const inner = workflow('inner', { x: noop, last: noop }, ['x>last'], {
  params: { properties: { n: { type: 'integer' } }, required: ['n'] },
});
const outer = workflow(
  'outer',
  { ask: ask(), call: call('inner', { params: { n: '{{ tasks.ask.output.amount }}' } }), end: noop },
  ['call>end'],
  { params: { properties: { sum: { type: 'number', default: 5 } } } },
);
outer.edges.push({ from: 'ask', port: 'approved', to: 'call' });

let bench: EngineBench;
let point = never();
beforeEach(async () => {
  point = never();
  bench = await EngineBench.open({ processes: true, wrap: (store) => crashingStore(store, point, (error) => bench.die(error)) });
  await bench.publish(inner);
  await bench.publish(outer);
});
afterEach(() => bench.close());

const start = async (workflowId: string, idempotencyKey?: string) => {
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  return (await bench.orCrash(bench.engine.creator.create({ workflowId, runType: 'manual', by: null, ...key }))).runId;
};
const waiting = (runId: string) =>
  bench.until(async () => (await bench.store.approvals.list({ runId, limit: 5 })).find(({ status }) => status === 'waiting'));
const answer = (id: string, more: Partial<ApprovalAnswer> = {}) =>
  bench.orCrash(
    bench.engine.answer({ id, decision: 'approved', answers: { amount: 7 }, by: 'ada', byName: 'Ada', ...more }).then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    ),
  );
const attemptsOf = async (runId: string, task: string) => bench.store.runs.attempts(runId, task);

describe('an approval', () => {
  it('asks with its message, takes one answer by its form, and tells it as output and event', async () => {
    const runId = await start('outer');
    const row = await waiting(runId);
    expect(row).toMatchObject({ message: 'Pay 5?', form, audience: { role: null, people: [] }, task: 'ask', attempt: 1 });
    expect(await answer(row.attemptId, { answers: {} })).toBe('approval.answers');
    expect(await answer('nothing')).toBe('approval.unknown');
    const both = await Promise.all([answer(row.attemptId, { comment: 'fine' }), answer(row.attemptId, { by: 'bo' })]);
    expect(both.sort()).toEqual(['approval.already-answered', 'taken']);
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.store.approvals.get(row.attemptId)).toMatchObject({
      status: 'approved',
      answeredBy: 'ada',
      comment: 'fine',
      answers: { amount: 7, note: 'none' },
    });
    expect(await attemptsOf(runId, 'ask')).toMatchObject([
      { status: 'success', output: { amount: 7, note: 'none', approval: { decision: 'approved', by: 'Ada', comment: 'fine' } } },
    ]);
    const events = await bench.store.runs.events(runId, 0, 100);
    expect(events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({
        type: 'attemptWoken',
        by: 'ada',
        answer: expect.objectContaining({ decision: 'approved' }) as object,
      }),
    );
    expect(await answer(row.attemptId)).toBe('approval.already-answered');
  });

  it('is withdrawn when its task goes on without an answer, and asked anew when it is cleared', async () => {
    const runId = await start('outer');
    const first = await waiting(runId);
    await bench.engine.acts.clear(runId, { tasks: [{ task: 'ask' }] }, 'ada');
    const second = await waiting(runId);
    expect(second.attempt).toBe(2);
    expect((await bench.store.approvals.get(first.attemptId))?.status).toBe('withdrawn');
    expect(await answer(first.attemptId)).toBe('approval.closed');
    await bench.engine.acts.cancel(runId, 'ada');
    expect((await bench.ended(runId)).status).toBe('cancelled');
    expect((await bench.store.approvals.get(second.attemptId))?.status).toBe('withdrawn');
  });

  it('expires, and then means what its config says', async () => {
    const config = { message: 'Quick?', waitSec: 0.05, onTimeout: 'skip' };
    await bench.publish(workflow('quick', { ask: { operator: 'approval@1', config } }));
    const runId = await start('quick');
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.statuses(runId)).toEqual({ ask: 'skipped' });
    expect(await bench.store.approvals.list({ runId, limit: 5 })).toMatchObject([{ status: 'expired' }]);
  });
});

describe('a child run', () => {
  it('has the logical time of its parent, a link to it, and gives it the outputs of its last tasks', async () => {
    const { runId } = await bench.engine.creator.create({
      workflowId: 'outer',
      runType: 'manual',
      logicalTime: 1_000,
      by: 'ada',
    });
    await answer((await waiting(runId)).attemptId);
    expect((await bench.ended(runId)).status).toBe('success');
    const [link, ...more] = await bench.store.childRuns.of([runId]);
    expect(more).toEqual([]);
    expect(link).toMatchObject({ parentRunId: runId, task: 'call', mapIndex: -1, attempt: 1, depth: 1 });
    const child = await bench.store.runs.get(link!.runId);
    expect(child).toMatchObject({ runType: 'child', logicalTime: 1_000, status: 'success', createdBy: 'ada', params: { n: 7 } });
    expect(await attemptsOf(runId, 'call')).toMatchObject([
      { output: { runId: child?.id, number: 1, workflow: 'inner', status: 'success', outputs: { last: null } } },
    ]);
  });

  it('is refused with a code when its params do not fit, or it is not published', async () => {
    await bench.publish(workflow('wrong', { call: call('inner', { params: { n: 'many' } }), other: call('nowhere') }));
    const runId = await start('wrong');
    await bench.ended(runId);
    expect(await attemptsOf(runId, 'call')).toMatchObject([{ status: 'failed', errorCode: 'params.invalid' }]);
    expect(await attemptsOf(runId, 'other')).toMatchObject([{ status: 'failed', errorCode: 'workflow.unknown' }]);
    expect(await bench.store.childRuns.of([runId])).toEqual([]);
  });

  it('is another one after its task was cleared, and the old one is cancelled', async () => {
    await bench.publish(workflow('slow', { ask: ask({ message: 'Go on?' }) }));
    await bench.publish(workflow('caller', { call: call('slow') }));
    const runId = await start('caller');
    const children = () => bench.store.childRuns.of([runId]);
    const [first] = await bench.until(async () => ((await children()).length === 1 ? children() : null));
    await waiting(first!.runId);
    await bench.engine.acts.clear(runId, { tasks: [{ task: 'call' }] }, 'ada');
    const second = (await bench.until(async () => ((await children()).length === 2 ? children() : null)))[1]!;
    expect((await bench.ended(first!.runId)).status).toBe('cancelled');
    expect(second.attempt).toBe(2);
    await answer((await waiting(second.runId)).attemptId);
    expect((await bench.ended(runId)).status).toBe('success');
  });
});

/** One engine's life: it starts, is asked for the run, answers what is asked, and works until the run has ended or it dies. */
async function live(next: CrashPoint, key: string): Promise<string | null> {
  point = next;
  bench.crash = null;
  await bench.drop();
  try {
    await bench.orCrash(bench.start());
    const runId = await start('outer', key);
    const [row] = await bench.until(async () => {
      const rows = await bench.store.approvals.list({ runId, limit: 5 });
      return rows.length > 0 && rows;
    });
    const told = await answer(row!.attemptId);
    if (told !== 'taken' && told !== 'approval.already-answered') throw new Error(told);
    await bench.ended(runId);
    return runId;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return null;
  }
}

describe('a crash at the n-th store operation of a run that waits', () => {
  it('asks once, takes the answer once and starts one child, for every n', async () => {
    const counted = never();
    await live(counted, 'count');
    expect(counted.count).toBeGreaterThan(20);
    // Dying after one operation is dying before the next.
    for (let at = 1; at <= counted.count; at++) {
      const key = `crash ${at}`;
      await live({ count: 0, at, when: 'after', crashed: false }, key);
      const runId = await live(never(), key);
      if (runId === null) throw new Error('The engine died without a reason.');
      expect(await bench.statuses(runId), key).toEqual({ ask: 'success', call: 'success', end: 'success' });
      expect(await bench.store.approvals.list({ runId, limit: 9 }), key).toMatchObject([{ status: 'approved', attempt: 1 }]);
      const children = await bench.store.childRuns.of([runId]);
      expect(children, key).toMatchObject([{ task: 'call', attempt: 1 }]);
      expect((await bench.store.runs.get(children[0]!.runId))?.status).toBe('success');
      // Nothing of it was lost, so nothing was asked or started again.
      expect(await attemptsOf(runId, 'ask'), key).toMatchObject([{ status: 'success' }]);
      expect(await attemptsOf(runId, 'call'), key).toMatchObject([{ status: 'success' }]);
    }
    expect(await bench.store.runs.openAttempts()).toEqual([]);
  }, 240_000);
});

describe('a workflow whose runs start one of their own kind', () => {
  it('does not wait for ever when they take all its places at once: one gives way, the other goes on', async () => {
    const choose = { operator: 'branch@1', config: { cases: [{ port: 'deeper', when: 'params.deeper' }] } };
    const file = workflow(
      'pair',
      { choose, ask: ask({ message: 'Go on?' }), call: call('pair', { params: { deeper: false } }) },
      [],
      { settings: { maxActiveRuns: 2 }, params: { properties: { deeper: { type: 'boolean', default: true } } } },
    );
    // Both have their places before either starts another, which starts none.
    file.edges = [
      { from: 'choose', port: 'deeper', to: 'ask' },
      { from: 'ask', port: 'approved', to: 'call' },
    ];
    await bench.publish(file);
    const runs = [await start('pair'), await start('pair')];
    const asked = await Promise.all(runs.map(waiting));
    await Promise.all(asked.map(({ attemptId }) => answer(attemptId)));
    const ended = await Promise.all(runs.map((runId) => bench.ended(runId)));
    expect(ended.map(({ status }) => status).sort()).toEqual(['failed', 'success']);
    const calls = await Promise.all(runs.map((runId) => attemptsOf(runId, 'call')));
    expect(calls.flat().map(({ errorCode }) => errorCode)).toContain('child.deadlock');
  });
});
