import { afterEach, describe, expect, it } from 'vitest';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { EngineBench, type BenchOptions } from '#server/engine/testing/engine-bench.ts';
import { HandClock } from '#server/engine/testing/hand-clock.ts';
import { noop, workflow } from '#server/engine/testing/workflows.ts';

const hour = 3_600_000;
const noon = Date.UTC(2026, 2, 1, 12);
let bench: EngineBench;
let clock: HandClock;
afterEach(() => bench.close());

const open = async (options: BenchOptions = {}) => {
  clock = new HandClock(noon);
  bench = await EngineBench.open({ ...options, engine: { clock } });
};
const hourly = (more: object = {}, rest: Partial<WorkflowFile> = {}) =>
  workflow('w', { a: noop }, [], {
    triggers: [{ id: 't', type: 'cron', cron: ['0 * * * *'], ...more }] as WorkflowFile['triggers'],
    ...rest,
  });
/** Publishes through the engine, as the designer does. */
async function publish(file: WorkflowFile): Promise<void> {
  const draft = await bench.store.drafts.get('w');
  if (!draft)
    await bench.store.workflows.create({ id: 'w', project: '', name: 'w', tags: [], createdBy: null }, file, clock.now());
  else await bench.store.drafts.save('w', draft.revision, file, null, clock.now());
  const { revision } = (await bench.store.drafts.get('w'))!;
  await bench.engine.publishing.publish({ workflowId: 'w', revision, message: '', by: null });
}
const on = () => bench.engine.publishing.setEnabled('w', true);
/** Time passes, and the scheduler looks; gives how many runs there are then. */
async function at(now: number): Promise<number> {
  clock.set(now);
  await bench.engine.scheduled.runOnce();
  return (await bench.store.runs.list({ limit: 1000 })).length;
}
const idle = () => bench.until(() => bench.engine.decider.runs.size === 0);
const decided = async () =>
  (await bench.store.triggers.occurrences('w', 100))
    .map(({ at: instant, outcome }) => [(instant - noon) / hour, outcome])
    .reverse();

describe('scheduled runs', () => {
  it('fall due at their time, once, with their interval', async () => {
    await open();
    await publish(hourly({ params: { n: 1 } }));
    await on();
    expect(await at(noon + hour - 1)).toBe(0);
    expect(await at(noon + hour)).toBe(1);
    expect(await at(noon + hour + 1)).toBe(1);
    const [run] = await bench.store.runs.list({ limit: 1 });
    expect(run).toMatchObject({ runType: 'scheduled', triggerId: 't', logicalTime: noon + hour, params: { n: 1 }, version: 1 });
    expect(await decided()).toEqual([[1, 'run']]);
    expect((await bench.store.triggers.states())[0]).toMatchObject({ enabled: true, decidedThrough: noon + hour });
  });

  it('latest-only: of runs that catch up only the newest goes on; its neighbours skip what follows directly', async () => {
    await open();
    const file = hourly(
      { catchup: 'all', start: new Date(noon - 3 * hour).toISOString() },
      {
        tasks: [
          { id: 'l', operator: 'latest-only@1', config: {} },
          { id: 'b', ...noop },
          { id: 'c', ...noop },
          { id: 'd', ...noop, triggerRule: 'all_done' },
        ],
        edges: [
          { from: 'l', to: 'b' },
          { from: 'b', to: 'c' },
          { from: 'c', to: 'd' },
        ],
      },
    );
    await publish(file);
    await on();
    await at(noon + hour / 2);
    await idle();
    const runs = (await bench.store.runs.list({ limit: 100 })).sort((a, b) => a.logicalTime - b.logicalTime);
    expect(runs.map(({ logicalTime }) => (logicalTime - noon) / hour)).toEqual([-3, -2, -1, 0]);
    const old = { l: 'success', b: 'skipped', c: 'skipped', d: 'success' };
    const went = { l: 'success', b: 'success', c: 'success', d: 'success' };
    expect(await Promise.all(runs.map(({ id }) => bench.statuses(id)))).toEqual([old, old, old, went]);
    // The same run later, when its schedule has been due again: it is the newest no more.
    clock.set(noon + 1.5 * hour);
    const last = runs[3]!;
    await bench.engine.acts.clear(last.id, { tasks: [{ task: 'l' }], downstream: true }, null);
    await bench.ended(last.id);
    expect(await bench.statuses(last.id)).toEqual(old);
    // A person's run goes on, however old the instant it is for.
    const manual = await bench.engine.creator.create({
      workflowId: 'w',
      runType: 'manual',
      logicalTime: noon - 9 * hour,
      by: null,
    });
    await bench.ended(manual.runId);
    expect(await bench.statuses(manual.runId)).toEqual(went);
  });

  it('switching on, publishing and switching a trigger never start anything unasked', async () => {
    await open();
    await publish(hourly());
    expect(await at(noon + 5 * hour)).toBe(0);
    await on();
    expect(await at(noon + 5 * hour + 1)).toBe(0);
    clock.set(noon + 5.5 * hour);
    // The new schedule would have been due twice today already.
    await publish(hourly({ cron: ['15 * * * *'] }));
    expect(await at(noon + 5.6 * hour)).toBe(0);
    await bench.engine.publishing.setTriggerEnabled('w', 't', false);
    expect(await at(noon + 8 * hour)).toBe(0);
    await bench.engine.publishing.setTriggerEnabled('w', 't', true);
    expect(await at(noon + 8.2 * hour)).toBe(0);
    expect(await at(noon + 8.25 * hour)).toBe(1);
    await bench.engine.publishing.setEnabled('w', false);
    expect(await at(noon + 12 * hour)).toBe(1);
    expect(bench.engine.scheduled.upcoming()).toEqual([]);
  });

  it('publishing anew keeps what the trigger has decided', async () => {
    await open();
    await publish(hourly());
    await on();
    await at(noon + hour);
    clock.set(noon + 2 * hour + 1);
    await publish(hourly({}, { name: 'renamed' }));
    // Due before it was published, and not decided yet: it is owed.
    expect(await at(noon + 2 * hour + 2)).toBe(2);
  });

  it('makes up what was missed while the engine was down, and says what it skipped', async () => {
    await open();
    await publish(hourly());
    await on();
    await at(noon + hour);
    await idle();
    await bench.drop();
    clock.set(noon + 4.5 * hour);
    await bench.start();
    await at(noon + 4.5 * hour + 1);
    expect(await decided()).toEqual([
      [1, 'run'],
      [2, 'skipped'],
      [3, 'skipped'],
      [4, 'run'],
    ]);
  });

  it('a clock set back fires nothing again, also after a restart', async () => {
    await open();
    await publish(hourly());
    await on();
    await at(noon + 3 * hour + 30_000);
    const before = await decided();
    await at(noon);
    await idle();
    clock.set(noon);
    await bench.restart();
    await at(noon + 3.5 * hour);
    expect(await decided()).toEqual(before);
    expect((await at(noon + 4 * hour)) - before.filter(([, outcome]) => outcome === 'run').length).toBe(1);
  });

  it('catchup begins at the start of the trigger, and only the first time', async () => {
    await open();
    await publish(hourly({ catchup: 'all', start: new Date(noon - 3 * hour).toISOString() }));
    await on();
    expect(await at(noon + 1)).toBe(4);
    await bench.engine.publishing.setEnabled('w', false);
    clock.set(noon + 3 * hour + 1);
    await on();
    expect(await at(noon + 3 * hour + 2)).toBe(4);
  });

  it('a run that must not begin is a recorded skip', async () => {
    await open();
    const wait = { id: 'wait', operator: 'wait@1', config: { seconds: 1e6 } };
    await publish(hourly({}, { tasks: [wait], settings: { maxActiveRuns: 1, concurrency: 'skip' } }));
    await on();
    expect(await at(noon + hour)).toBe(1);
    expect(await at(noon + 2 * hour)).toBe(1);
    expect(await decided()).toEqual([
      [1, 'run'],
      [2, 'skipped'],
    ]);
    const [skipped] = await bench.store.triggers.occurrences('w', 1);
    expect(skipped?.reason).toContain('1 of 1 runs of w are active');
  });

  it('an occurrence that somebody else has decided makes no second run', async () => {
    await open();
    await publish(hourly());
    await on();
    await bench.store.commitTurn({
      occurrences: [
        { workflowId: 'w', triggerId: 't', at: noon + hour, outcome: 'skipped', reason: 'by another', runId: null, decidedAt: 0 },
      ],
    });
    expect(await at(noon + hour)).toBe(0);
    expect(bench.engine.decider.runs.size).toBe(0);
    expect(await at(noon + 2 * hour)).toBe(1);
  });

  it('a continuous trigger begins its next run when the last one has ended', async () => {
    await open();
    await publish(hourly({ type: 'continuous', cron: undefined }));
    await on();
    expect(await at(noon + 2_000)).toBe(1);
    await idle();
    expect(await at(noon + 2_100)).toBe(1);
    expect(await at(noon + 4_000)).toBe(2);
  });

  it('100 workflows due in one instant are one turn', async () => {
    let commits = 0;
    await open({
      wrap: (store) => ({
        ...store,
        commitTurn: (turn) => ((commits += turn.occurrences?.length ? 1 : 0), store.commitTurn(turn)),
      }),
    });
    const file = hourly();
    for (let n = 0; n < 100; n++) {
      const id = `w${n}`;
      await bench.store.workflows.create({ id, project: '', name: id, tags: [], createdBy: null }, file, clock.now());
      await bench.store.versions.publish(id, { ...file, id }, id, '', null, clock.now());
      await bench.store.workflows.setEnabled(id, true, clock.now());
    }
    await bench.restart();
    expect(await at(noon + hour)).toBe(100);
    expect(commits).toBe(1);
  });
});
