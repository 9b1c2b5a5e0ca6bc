import { afterEach, describe, expect, it } from 'vitest';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { Refusal } from '#server/refusal.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { noop, workflow } from '../testing/workflows.ts';

const hour = 3_600_000;
const noon = Date.UTC(2026, 2, 1, 12);
let bench: EngineBench;
let clock: HandClock;
afterEach(() => bench.close());

const broken = { operator: 'short-circuit@1', config: { when: 'params.nothing.at == 1' } };
/** Every ten minutes; its one task fails, or not. */
const tenMinutely = (works: boolean, autoPauseAfterFailures: number | null = 2): WorkflowFile =>
  workflow('w', { a: works ? noop : broken }, [], {
    params: { type: 'object', properties: { nothing: { type: 'object' } } },
    triggers: [{ id: 't', type: 'cron', cron: ['*/10 * * * *'] }],
    ...(autoPauseAfterFailures === null ? {} : { settings: { autoPauseAfterFailures } }),
  });
async function publish(file: WorkflowFile): Promise<void> {
  const draft = await bench.store.drafts.get('w');
  if (draft) await bench.store.drafts.save('w', draft.revision, file, null, clock.now());
  else await bench.store.workflows.create({ id: 'w', project: '', name: 'w', tags: [], createdBy: null }, file, clock.now());
  const { revision } = (await bench.store.drafts.get('w'))!;
  await bench.engine.publishing.publish({ workflowId: 'w', revision, message: '', by: null });
}
async function open(file: WorkflowFile): Promise<void> {
  clock = new HandClock(noon);
  bench = await EngineBench.open({ engine: { clock } });
  await publish(file);
  await bench.engine.publishing.setEnabled('w', true);
}
/** The clock goes on by ten minutes so many times; whatever begins ends before it goes on. */
async function pass(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    clock.set(clock.now() + hour / 6);
    await bench.engine.scheduled.runOnce();
    await bench.until(() => bench.engine.decider.runs.size === 0);
  }
}
const breaker = async () => (await bench.store.breakers.list()).find(({ workflowId }) => workflowId === 'w');
const outcomes = async () =>
  (await bench.store.triggers.occurrences('w', 100)).reverse().map(({ outcome, reason }) => reason?.split(':')[0] ?? outcome);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error as Refusal).code,
  );

describe('the circuit breaker of a workflow', () => {
  it('opens after failed scheduled runs in a row, skips with a record, tries, and waits longer', async () => {
    await open(tenMinutely(false));
    await pass(2);
    expect(await breaker()).toMatchObject({ state: 'open', failures: 2, openings: 1, trialAt: clock.now() + hour / 6 });
    // The cool-down ends with the next occurrence: that is the trial; the next one comes after twenty minutes.
    await pass(1);
    expect(await breaker()).toMatchObject({ state: 'open', failures: 3, openings: 2, trialAt: clock.now() + hour / 3 });
    await pass(2);
    expect(await outcomes()).toEqual(['run', 'run', 'run', 'circuit-open', 'run']);
    const changes = (await breaker())!.history.map(({ to, why }) => `${to} ${why}`);
    expect(changes).toEqual(['open failures', 'half-open trial', 'open trial-failed', 'half-open trial', 'open trial-failed']);
  });

  it('survives a crash as it was, and a trial that succeeds closes it', async () => {
    await open(tenMinutely(false));
    await pass(2);
    const before = await breaker();
    await bench.restart();
    expect(await breaker()).toEqual(before);
    // Another version may be the cure: the next occurrence is the trial, though the cool-down goes on.
    clock.set(clock.now() + 1);
    await publish(tenMinutely(true));
    expect((await breaker())?.trialAt).toBe(clock.now());
    await pass(2);
    expect(await breaker()).toMatchObject({ state: 'closed', failures: 0, failedRuns: [] });
    expect(await outcomes()).toEqual(['run', 'run', 'run', 'run']);
  });

  it('never holds back what a person starts, and counts it only when it is asked for as the trial', async () => {
    await open(tenMinutely(false));
    const manual = (more = {}) => bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: 'mara', ...more });
    expect(await code(manual({ trial: true }))).toBe('breaker.not-open');
    await pass(2);
    const opened = await breaker();
    await bench.ended((await manual()).runId);
    expect(await breaker()).toEqual(opened);
    await bench.ended((await manual({ trial: true })).runId);
    expect(await breaker()).toMatchObject({ state: 'open', failures: 3, openings: 2 });
    await publish(tenMinutely(true));
    await bench.ended((await manual({ trial: true })).runId);
    expect(await breaker()).toMatchObject({ state: 'closed' });
  });

  it('is opened and closed by hand', async () => {
    await open(tenMinutely(true));
    const { breakers } = bench.engine;
    await breakers.set('w', true, 'mara');
    await pass(2);
    expect(await outcomes()).toEqual(['circuit-open', 'circuit-open']);
    expect(await code(breakers.set('w', true, 'mara'))).toBe('breaker.unchanged');
    await breakers.set('w', false, 'mara');
    await pass(1);
    expect(await outcomes()).toEqual(['circuit-open', 'circuit-open', 'run']);
    expect((await breaker())?.history).toMatchObject([
      { to: 'open', by: 'mara' },
      { to: 'closed', by: 'mara' },
    ]);
    await publish(tenMinutely(true, null));
    expect(await code(breakers.set('w', true, 'mara'))).toBe('breaker.none');
    expect(await code(breakers.set('nobody', true, 'mara'))).toBe('workflow.unpublished');
  });

  it('is gone with its setting, and a cancelled run counts for nothing', async () => {
    await open(tenMinutely(false));
    await pass(2);
    await publish(tenMinutely(false, null));
    expect(await breaker()).toMatchObject({ state: 'closed', failures: 0 });
    await pass(3);
    expect(await outcomes()).toEqual(['run', 'run', 'run', 'run', 'run']);
    expect(await breaker()).toMatchObject({ state: 'closed', failures: 0 });
  });

  it('holds a continuous trigger back without a record a second, and lets it go on when it is closed', async () => {
    await open({ ...tenMinutely(false, 1), triggers: [{ id: 't', type: 'continuous' }] });
    await pass(1);
    expect(await breaker()).toMatchObject({ state: 'open', openings: 1 });
    expect(bench.engine.scheduled.upcoming()[0]?.at).not.toBeNull();
    clock.set(clock.now() + 2_000);
    await bench.engine.scheduled.runOnce();
    clock.set(clock.now() + 61_000);
    await bench.engine.scheduled.runOnce();
    expect(await outcomes()).toEqual(['run']);
    await bench.engine.breakers.set('w', false, 'mara');
    await pass(1);
    expect(await outcomes()).toEqual(['run', 'run']);
  });
});
