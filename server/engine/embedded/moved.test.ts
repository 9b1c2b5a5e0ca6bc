import { afterEach, describe, expect, it } from 'vitest';
import { definitionHash } from '#domain/definition/hash.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { runView, taskRun } from '#domain/run/read.ts';
import { judgeRun } from '#server/health/judge-run.ts';
import type { Refusal } from '#server/refusal.ts';
import { Crash, crashingStore, type CrashPoint } from '../testing/crashing-store.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { ScriptedPerformer, type Script } from '../testing/scripted-performer.ts';
import { noop, workflow } from '../testing/workflows.ts';
import { loadRun } from './load-run.ts';
import { plansOf } from './plans-of.ts';

const point: CrashPoint = { count: 0, at: 0, when: 'before', crashed: false };
let bench: EngineBench;
afterEach(() => bench.close());

const open = async (script: Script) => {
  Object.assign(point, { count: 0, at: 0, crashed: false });
  bench = await EngineBench.open({
    wrap: (store) => crashingStore(store, point, (error) => bench.die(error)),
    performer: (reports) =>
      new ScriptedPerformer(reports, { now: () => Date.now(), after: (_, what) => setImmediate(what) }, script),
  });
};
/** The next version of a workflow that is there. */
async function publishNext(file: WorkflowFile): Promise<void> {
  const parsed = parseWorkflow(file);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  await bench.store.versions.publish(file.id, file, definitionHash(parsed.workflow), '', null, 1);
  bench.engine.versions.changed(file.id);
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error as Refusal).code,
  );
const active = (runId: string) => bench.engine.decider.runs.get(runId)!;
const status = (runId: string, task: string) => taskRun(active(runId).compiled.plan, active(runId).state, task)?.status;
/** What is stored of a run stands against its own events. */
async function expectSound(runId: string): Promise<void> {
  const { store, engine } = bench;
  const run = (await store.runs.get(runId))!;
  const events = (await store.runs.events(runId, 0, 5_000)).map(({ event }) => event);
  const [rows, attempts, now] = [
    await store.runs.taskRuns(runId),
    await store.runs.attempts(runId),
    await engine.versions.ofRun(run),
  ];
  const { first, planOf } = await plansOf(engine.versions, run, now.plan, events);
  expect(judgeRun({ plan: first, planOf, run, events, rows, attempts })).toEqual([]);
  // From its snapshot it is the same run as from all its events.
  const [short, whole] = [await loadRun(store, run, engine.versions), await loadRun(store, run, engine.versions, events)];
  expect(runView(short.compiled.plan, short.state)).toEqual(runView(whole.compiled.plan, whole.state));
}

const first = workflow('w', { a: noop, b: noop, c: noop }, ['a>b', 'b>c']);
const mended = workflow('w', { a: noop, b2: noop, c: noop }, ['a>b2', 'b2>c']);
const clearB = { tasks: [{ task: 'b' }], downstream: true, version: 'newest' } as const;

describe('a run that is cleared onto the newest version', () => {
  it('goes on there: what succeeded stays, what is new runs, and everything stored agrees', async () => {
    await open({ b: ['failed'] });
    await bench.publish({ ...first, params: { type: 'object', properties: { day: { type: 'string' } } } });
    const { id } = await bench.run('w');
    expect(await refusal(bench.engine.acts.clear(id, { ...clearB, tasks: [{ task: 'b' }] }, 'ann'))).toBe('version.not-newer');
    const size = { type: 'object', properties: { size: { type: 'integer', default: 3 } } };
    await publishNext({ ...mended, params: size });
    const act = { type: 'clear', ...clearB, tasks: [{ task: 'b' }, { task: 'c' }] } as const;
    expect(await bench.engine.acts.preview(id, { ...act, tasks: [...act.tasks] })).toEqual({
      ok: true,
      changes: [{ task: 'c', from: 'upstream_failed', to: 'none', consent: false }],
      move: { from: 1, to: 2, added: ['b2'], removed: ['b'], changed: [] },
    });
    expect(await refusal(bench.engine.acts.clear(id, { tasks: [{ task: 'b' }], version: 1 }, 'ann'))).toBe('version.not-newest');
    const sent = { tasks: [...act.tasks], version: 2, idempotencyKey: 'k' };
    await bench.engine.acts.clear(id, sent, 'ann');
    // Sent again after its answer was lost: nothing is done twice, and nothing refused.
    await bench.engine.acts.clear(id, sent, 'ann');
    expect(await bench.ended(id)).toMatchObject({ status: 'success', version: 2, params: { size: 3 } });
    expect(await bench.statuses(id)).toEqual({ a: 'success', b2: 'success', c: 'success' });
    const attempts = await bench.store.runs.attempts(id);
    expect(attempts.map(({ task, attempt }) => `${task}@${attempt}`).sort()).toEqual(['a@1', 'b2@1', 'b@1', 'c@1']);
    await expectSound(id);
    await publishNext(workflow('w', { a: noop, b: noop, c: noop }, ['a>b'], { params: { type: 'object', required: ['day'] } }));
    const third = { tasks: [{ task: 'c' }], version: 'newest' as const };
    expect(await refusal(bench.engine.acts.clear(id, third, 'ann'))).toBe('params.invalid');
    // A task that comes back goes on with its attempt numbers.
    await publishNext(workflow('w', { a: noop, b: noop, c: noop }, ['a>c'], { name: 'again' }));
    await bench.engine.acts.clear(id, third, 'ann');
    expect(await bench.ended(id)).toMatchObject({ status: 'failed', version: 4 });
    expect((await bench.store.runs.attempts(id, 'b')).map(({ attempt }) => attempt)).toEqual([1, 2]);
    await expectSound(id);
  });

  it('while it runs: work of what both versions have goes on, that of what fell away is ended and gives its slots back', async () => {
    await open({ keep: ['hang'], gone: ['hang'], next: ['hang'] });
    const pool = { pool: { name: 'one' } };
    await bench.publish(workflow('w', { keep: noop, gone: { ...noop, ...pool }, c: noop }, ['keep>c']));
    await bench.engine.pools.put({ name: 'one', slots: 1, description: '' });
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null });
    await bench.until(() => status(runId, 'keep') === 'running' && status(runId, 'gone') === 'running');
    await publishNext(
      workflow('w', { keep: noop, c: { ...noop }, next: { ...noop, ...pool } }, ['keep>c'], { settings: { maxActiveTasks: 2 } }),
    );
    await bench.engine.acts.clear(runId, { tasks: [{ task: 'gone' }], version: 'newest' }, 'ann');
    await bench.until(() => status(runId, 'next') === 'running');
    expect(status(runId, 'keep')).toBe('running');
    const [gone] = await bench.store.runs.attempts(runId, 'gone');
    expect(gone).toMatchObject({ status: 'cancelled' });
    // The next engine reads it back as it is now.
    await bench.restart();
    expect(active(runId).facts.version).toBe(2);
    await bench.until(() => status(runId, 'next') === 'running');
    await bench.engine.acts.cancel(runId, 'ann');
    expect((await bench.ended(runId)).status).toBe('cancelled');
    await expectSound(runId);
  });

  it('a crash at any store operation of the act leaves it done or not done, and never half', async () => {
    await open({ b: ['failed'] });
    await bench.publish(first);
    const made = [];
    for (let n = 0; n < 11; n++) made.push((await bench.run('w')).id);
    await publishNext(mended);
    const seen = new Set<number>();
    const undisturbed = made.pop()!;
    point.count = 0;
    await bench.engine.acts.clear(undisturbed, { ...clearB, tasks: [{ task: 'b' }] }, 'ann');
    const operations = point.count;
    await bench.ended(undisturbed);
    // Its commit is the last of them; two before it, and one after.
    const points = [1, operations - 2, operations - 1, operations, operations + 1];
    for (const [n, id] of made.entries()) {
      Object.assign(point, { count: 0, at: points[n >> 1], when: n % 2 === 0 ? 'before' : 'after', crashed: false });
      const act = bench.engine.acts.clear(id, { ...clearB, tasks: [{ task: 'b' }] }, 'ann');
      const crashed = await bench.orCrash(act.then(() => bench.ended(id))).then(
        () => false,
        (error: unknown) => error instanceof Crash,
      );
      Object.assign(point, { at: 0, crashed: false });
      if (crashed) {
        bench.crash = null;
        await bench.restart();
      }
      const row = await bench.until(async () => {
        const stored = (await bench.store.runs.get(id))!;
        return !bench.engine.decider.runs.has(id) && stored;
      });
      seen.add(row.version);
      expect([row.version, row.status]).toEqual(row.version === 1 ? [1, 'failed'] : [2, 'success']);
      const rows = await bench.statuses(id);
      expect(Object.keys(rows).sort()).toEqual(row.version === 1 ? ['a', 'b', 'c'] : ['a', 'b2', 'c']);
      await expectSound(id);
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });
});
