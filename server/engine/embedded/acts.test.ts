import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskRun } from '#domain/run/read.ts';
import { Refusal } from '#server/refusal.ts';
import { commandLine } from '../perform/testing/workbench.ts';
import type { RunAct } from '../run-act.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, shell, workflow } from '../testing/workflows.ts';
import { waitingReasons } from './waiting.ts';

let bench: EngineBench;
beforeAll(async () => {
  bench = await EngineBench.open({ processes: true });
});
afterAll(() => bench.close());

const start = async (workflowId: string) =>
  (await bench.engine.creator.create({ workflowId, runType: 'manual', by: null })).runId;
const status = (runId: string, task: string) => {
  const run = bench.engine.decider.runs.get(runId);
  return run && taskRun(run.compiled.plan, run.state, task)?.status;
};
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error as Refusal).code,
  );
/** What the engine says that an act would do. */
const reached = async (runId: string, act: RunAct) => {
  const preview = await bench.engine.acts.preview(runId, act);
  return preview.ok
    ? preview.changes.map(
        ({ task, from, to, how, consent }) => `${task} ${from} > ${to}${how ? ` ${how}` : ''}${consent ? ' asks you' : ''}`,
      )
    : preview.refused;
};
const sleeper = shell('sleep 60');

describe('acts of people', () => {
  it('cancel: processes end, the run is cancelled, a second cancel is refused', async () => {
    await bench.publish(workflow('cancel', { a: sleeper, b: noop }, ['a>b']));
    const runId = await start('cancel');
    await bench.until(() => status(runId, 'a') === 'running');
    expect(await reached(runId, { type: 'cancel' })).toEqual(['a running > cancelled stopped', 'b none > cancelled']);
    await bench.engine.acts.cancel(runId, 'mara');
    expect((await bench.ended(runId)).status).toBe('cancelled');
    expect(await reached(runId, { type: 'cancel' })).toMatch(/^run\.finished/);
    expect(await bench.statuses(runId)).toMatchObject({ a: 'cancelled', b: 'cancelled' });
    const [attempt] = await bench.store.runs.attempts(runId, 'a');
    expect(attempt).toMatchObject({ status: 'cancelled', errorCode: 'cancelled' });
    expect(commandLine(String(attempt!.pid))).toBe('');
    expect(await code(bench.engine.acts.cancel(runId, 'mara'))).toBe('run.finished');
    expect(await code(bench.engine.acts.cancel('nobody', 'mara'))).toBe('run.unknown');
  });

  it('pause: nothing starts until it is resumed, and it says so', async () => {
    await bench.publish(workflow('pause', { a: shell('sleep 0.2'), b: noop }, ['a>b']));
    const runId = await start('pause');
    await bench.until(() => status(runId, 'a') === 'running');
    expect(await reached(runId, { type: 'pause', paused: true })).toEqual(['a running > running goes-on']);
    await bench.engine.acts.pause(runId, true, null);
    await bench.until(() => status(runId, 'a') === 'success');
    expect(status(runId, 'b')).toBe('scheduled');
    const run = bench.engine.decider.runs.get(runId)!;
    expect(waitingReasons(bench.engine.decider, run)).toEqual([
      { task: 'b', reasons: [{ code: 'run.paused', message: 'The run is paused.' }] },
    ]);
    expect(await reached(runId, { type: 'pause', paused: false })).toEqual(['b scheduled > scheduled asks']);
    await bench.engine.acts.pause(runId, false, null);
    expect((await bench.ended(runId)).status).toBe('success');
  });

  it('clear: what may not be done twice needs a consent each, or is left as done', async () => {
    const external = (more = {}) => shell('true', more);
    await bench.publish(
      workflow('consent', { a: noop, send: external(), safe: external({ idempotent: 'yes' }), end: noop }, [
        'a>send',
        'send>safe',
        'safe>end',
      ]),
    );
    const { id } = await bench.run('consent');
    const { acts } = bench.engine;
    const all = { tasks: [{ task: 'a' }], downstream: true };
    const preview = await acts.preview(id, { type: 'clear', ...all });
    expect(preview.ok && preview.changes.map(({ task, consent }) => `${task} ${consent}`)).toEqual([
      'a false',
      'send true',
      'safe false',
      'end false',
    ]);
    const refusal = await acts.clear(id, all, 'mara').catch((error: Refusal) => error);
    expect(refusal).toMatchObject({ code: 'consent.required', status: 409, details: { tasks: [{ task: 'send' }] } });
    expect((await bench.store.runs.get(id))?.status).toBe('success');
    await acts.clear(id, { ...all, consent: [], spare: [{ task: 'send' }] }, 'mara');
    await bench.ended(id);
    expect(await bench.store.runs.attempts(id, 'send')).toHaveLength(1);
    expect(await bench.store.runs.attempts(id, 'safe')).toHaveLength(2);
    await acts.clear(id, { ...all, consent: [{ task: 'send' }] }, 'mara');
    await bench.ended(id);
    expect(await bench.store.runs.attempts(id, 'send')).toHaveLength(2);
    expect(await acts.preview(id, { type: 'clear', tasks: [{ task: 'end' }], onlyFailed: true })).toMatchObject({ ok: false });
    expect(await code(acts.preview('nobody', { type: 'clear', ...all }))).toBe('run.unknown');
  });

  it('run just this: whatever its upstream says, with a consent for what may not be done twice', async () => {
    await bench.publish(
      workflow('alone', { a: shell('exit 1'), send: shell('true', { idempotent: 'no' }), end: noop }, ['a>send', 'send>end']),
    );
    const { id } = await bench.run('alone');
    const { acts } = bench.engine;
    const send = [{ task: 'send' }];
    // Never done, nothing to agree to.
    await acts.force(id, { tasks: send }, 'mara');
    await bench.ended(id);
    expect(await bench.statuses(id)).toEqual({ a: 'failed', send: 'success', end: 'upstream_failed' });
    expect(await reached(id, { type: 'force', tasks: send })).toEqual(['send success > scheduled asks you']);
    expect(await code(acts.force(id, { tasks: send }, 'mara'))).toBe('consent.required');
    await acts.force(id, { tasks: send, consent: send }, 'mara');
    await bench.ended(id);
    expect(await bench.store.runs.attempts(id, 'send')).toHaveLength(2);
    const events = (await bench.store.runs.events(id, 0, 100)).map(({ event }) => event);
    expect(events.filter(({ type }) => type === 'tasksForced')).toMatchObject([{ by: 'mara', tasks: send }, { tasks: send }]);
    expect(await code(acts.force('nobody', { tasks: send }, 'mara'))).toBe('run.unknown');
  });

  it('clear: a finished run goes on, with new attempts beside the old ones', async () => {
    await bench.publish(workflow('clear', { a: noop, b: shell('[ "$DRAWLOOM_ATTEMPT" -gt 1 ]'), c: noop }, ['a>b', 'b>c']));
    const { id } = await bench.run('clear');
    expect(await bench.statuses(id)).toMatchObject({ b: 'failed', c: 'upstream_failed' });
    await bench.engine.acts.clear(id, { tasks: [{ task: 'b' }], downstream: true }, 'mara');
    expect((await bench.ended(id)).status).toBe('success');
    expect((await bench.store.runs.attempts(id, 'b')).map(({ status: each }) => each)).toEqual(['failed', 'success']);
    expect(await code(bench.engine.acts.clear(id, { tasks: [{ task: 'nothing' }] }, 'mara'))).toBe('task.unknown');
  });

  it('clear: a finished run waits for room among the active ones, and does not bring its old limits back', async () => {
    const limited = (maxActiveRuns: number) =>
      workflow('again', { a: shell('[ "$DRAWLOOM_ATTEMPT" -eq 1 ] || sleep 60') }, [], { settings: { maxActiveRuns } });
    await bench.publish(limited(4));
    const { acts, decider } = bench.engine;
    const runs = [await bench.run('again'), await bench.run('again'), await bench.run('again')].map(({ id }) => id);
    const draft = await bench.store.drafts.get('again');
    await bench.store.drafts.save('again', draft!.revision, limited(1), null, 1);
    await bench.engine.publishing.publish({ workflowId: 'again', revision: draft!.revision + 1, message: '', by: null });
    for (const id of runs) await acts.clear(id, { tasks: [{ task: 'a' }], consent: [{ task: 'a' }] }, 'mara');
    await bench.until(() => status(runs[0]!, 'a') === 'running');
    expect(runs.map((id) => status(id, 'a'))).toEqual(['running', 'scheduled', 'scheduled']);
    expect(waitingReasons(decider, decider.runs.get(runs[1]!)!)[0]?.reasons).toMatchObject([{ code: 'run.queued' }]);
    await acts.cancel(runs[0]!, 'mara');
    await bench.until(() => status(runs[1]!, 'a') === 'running');
    await acts.cancel(runs[2]!, 'mara');
    await acts.cancel(runs[1]!, 'mara');
    for (const id of runs) await bench.ended(id);
  });

  it('mark: the run is decided anew; a mark that changes nothing is refused and leaves nothing in memory', async () => {
    await bench.publish(workflow('mark', { a: shell('exit 1') }));
    const { id } = await bench.run('mark');
    const mark = { type: 'mark', task: 'a', status: 'success' } as const;
    expect(await reached(id, mark)).toEqual(['a failed > success']);
    await bench.engine.acts.mark(id, { task: 'a', status: 'success' }, 'mara');
    expect((await bench.ended(id)).status).toBe('success');
    expect(await reached(id, mark)).toMatch(/^mark\.nothing/);
    expect(await code(bench.engine.acts.mark(id, { task: 'a', status: 'success' }, 'mara'))).not.toBe('no refusal');
    expect(bench.engine.decider.runs.has(id)).toBe(false);
  });

  it('an act under a key is done once, whoever repeats it and when; the key belongs to that act', async () => {
    await bench.publish(workflow('once', { a: noop, b: noop }, ['a>b']));
    const { id } = await bench.run('once');
    const clear = (key: string, task = 'b') => bench.engine.acts.clear(id, { tasks: [{ task }], idempotencyKey: key }, 'mara');
    await Promise.all([clear('one'), clear('one')]);
    await bench.ended(id);
    await clear('one');
    expect(await bench.store.runs.attempts(id, 'b')).toHaveLength(2);
    expect(await code(clear('one', 'a'))).toBe('act.key-reused');
    // What was refused is not done, so its key is free.
    expect(await code(clear('none', 'nobody'))).toBe('task.unknown');
    await clear('none');
    await bench.ended(id);
    expect(await bench.store.runs.attempts(id, 'b')).toHaveLength(3);
    const mark = () => bench.engine.acts.mark(id, { task: 'b', status: 'failed', idempotencyKey: 'two' }, 'mara');
    await mark();
    await mark();
    expect(await bench.statuses(id)).toMatchObject({ b: 'failed' });
    const force = () => bench.engine.acts.force(id, { tasks: [{ task: 'a' }], idempotencyKey: 'three' }, 'mara');
    await force();
    await bench.ended(id);
    await force();
    expect(await bench.store.runs.attempts(id, 'a')).toHaveLength(2);
    await bench.publish(workflow('ends', { a: sleeper }));
    const runId = await start('ends');
    await bench.engine.acts.cancel(runId, 'mara', 'end');
    await bench.ended(runId);
    await bench.engine.acts.cancel(runId, 'mara', 'end');
    expect(await code(bench.engine.acts.cancel(runId, 'mara', 'again'))).toBe('run.finished');
  });

  it('the same idempotency key is the same run, also when asked twice at once', async () => {
    await bench.publish(workflow('key', { a: noop }));
    const ask = () => bench.engine.creator.create({ workflowId: 'key', runType: 'manual', idempotencyKey: 'k', by: null });
    const [first, second] = await Promise.all([ask(), ask()]);
    await bench.ended(first.runId);
    expect([second, await ask()]).toEqual([first, first]);
  });

  it('refuses what cannot run', async () => {
    await bench.publish(
      workflow('params', { a: noop }, [], {
        params: { type: 'object', properties: { n: { type: 'integer', default: 1 } }, additionalProperties: false },
      }),
    );
    const create = (more: object) => bench.engine.creator.create({ workflowId: 'params', runType: 'manual', by: null, ...more });
    expect(await code(create({ params: { n: 'x' } }))).toBe('params.invalid');
    expect(await code(create({ workflowId: 'unknown' }))).toBe('workflow.unknown');
    const cyclic = workflow('params', { a: noop, b: noop }, ['a>b', 'b>a']);
    expect(await code(create({ draft: cyclic }))).toBe('workflow.invalid');
    const { runId } = await create({});
    expect((await bench.ended(runId)).params).toEqual({ n: 1 });
  });

  it('a timeout ends the process and fails the attempt by its name', async () => {
    await bench.publish(workflow('timeout', { a: { ...sleeper, timeoutSec: 1 } }));
    const { id, status: run } = await bench.run('timeout');
    expect(run).toBe('failed');
    expect(await bench.store.runs.attempts(id, 'a')).toMatchObject([{ status: 'failed', errorCode: 'timeout' }]);
  });

  it('a mapped task that was skipped, cleared and unfolded is its copies alone', async () => {
    const items = [{ into: 'environment.ITEM', items: '{{ tasks.list.output }}' }];
    await bench.publish(
      workflow(
        'unfold',
        {
          list: { operator: 'shell@1', config: { command: 'sleep 0.5; echo [1,2]', output: 'json' } },
          m: shell('true', { map: { over: items } }),
        },
        ['list>m'],
      ),
    );
    const runId = await start('unfold');
    await bench.until(() => status(runId, 'list') === 'running');
    await bench.engine.acts.mark(runId, { task: 'm', status: 'skipped' }, 'mara');
    expect(await bench.statuses(runId)).toMatchObject({ m: 'skipped' });
    await bench.engine.acts.clear(runId, { tasks: [{ task: 'm' }] }, 'mara');
    await bench.ended(runId);
    expect(await bench.statuses(runId)).toEqual({ list: 'success', 'm[0]': 'success', 'm[1]': 'success' });
  });

  it('a mapped task has a copy for each item, and the next one gets their outputs', async () => {
    const echo = (template: string, more = {}) => ({
      operator: 'shell@1',
      config: { command: `echo '${template}'`, output: 'json' },
      ...more,
    });
    await bench.publish(
      workflow(
        'map',
        {
          list: echo('["x","y","z"]'),
          each: echo('"{{ item }}{{ index }}"', {
            map: { over: [{ into: 'environment.ITEM', items: '{{ tasks.list.output }}' }] },
          }),
          all: echo('{{ tasks.each.output | tojson }}'),
        },
        ['list>each', 'each>all'],
      ),
    );
    const { id, status: run } = await bench.run('map');
    expect(run).toBe('success');
    expect(await bench.statuses(id)).toMatchObject({ 'each[0]': 'success', 'each[1]': 'success', 'each[2]': 'success' });
    expect((await bench.store.runs.attempts(id, 'all'))[0]?.output).toEqual(['x0', 'y1', 'z2']);
  });

  it('dependsOnPast waits for the run before', async () => {
    await bench.publish(
      workflow('past', { a: shell('exit "$(cat files/code 2>/dev/null || echo 1)"', { past: { dependsOnPast: true } }) }),
    );
    const first = await bench.run('past');
    expect(first.status).toBe('failed');
    const second = await start('past');
    await bench.until(() => bench.engine.decider.admission.past.size > 0);
    expect(status(second, 'a')).toBe('none');
    await bench.engine.acts.mark(first.id, { task: 'a', status: 'success' }, 'mara');
    expect((await bench.ended(second)).status).toBe('failed');
    expect(await bench.store.runs.attempts(second, 'a')).toHaveLength(1);
  });

  it('a run of a draft is nobody’s past, though it is in memory', async () => {
    const file = workflow('drafts', { a: { ...noop, past: { dependsOnPast: true } } });
    await bench.publish(file);
    const { creator, acts } = bench.engine;
    const draft = workflow('drafts', { a: sleeper });
    const { runId } = await creator.create({ workflowId: 'drafts', runType: 'manual', draft, by: null });
    expect((await bench.run('drafts')).status).toBe('success');
    await acts.cancel(runId, null);
    await bench.ended(runId);
  });
});
