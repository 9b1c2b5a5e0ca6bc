import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { triggerRules, type WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { fold } from '#domain/run/fold.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { runView, taskRuns, type TaskRunView } from '#domain/run/read.ts';
import type { RunStatus, TaskRunStatus } from '#domain/run/status.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import { Refusal } from '#server/refusal.ts';
import type { Host, HostAct, HostRun } from './host.ts';
import type { Script, ScriptedPerformer } from './testing/scripted-performer.ts';
import { chain, noop, shell, workflow } from './testing/workflows.ts';

/** A host under test with a scripted performer. */
export interface HostUnderTest {
  host: Host;
  performer: ScriptedPerformer;
  /** Resolves when `look` holds; lets the host work meanwhile. */
  until(look: () => boolean | Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

const statuses = (run: HostRun): Record<string, TaskRunStatus> =>
  Object.fromEntries(run.tasks.map((view) => [nameOf(view), view.status]));
const nameOf = ({ task, index }: Pick<TaskRunView, 'task' | 'index'>) => (index === undefined ? task : `${task}[${index}]`);
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

/** Up to six no-ops with any rules and outcomes; their statuses do not hang on who ends first. */
const arbitraryRun = fc
  .record({
    rules: fc.array(fc.constantFrom(...triggerRules), { minLength: 1, maxLength: 6 }),
    outcomes: fc.array(
      fc.array(fc.constantFrom('success', 'failed', 'failed_no_retry', 'skipped'), { minLength: 1, maxLength: 3 }),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    retries: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    edges: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 10 }),
  })
  .map(({ rules, outcomes, retries, edges }) => {
    const id = (n: number) => `t${n}`;
    const tasks = rules.map(
      (triggerRule, n) => [id(n), { ...noop, triggerRule, retry: { max: retries[n] ?? 0, delaySec: 0 } }] as const,
    );
    const names = new Set(edges.flatMap(([from, to]) => (from < to && to < rules.length ? [`${id(from)}>${id(to)}`] : [])));
    const script = Object.fromEntries(rules.map((_, n) => [id(n), outcomes[n] ?? []])) as Script;
    return { file: workflow('any', Object.fromEntries(tasks), [...names]), script };
  });

/** What every host must do. `make` gives a fresh host whose attempts do what the script says. */
export function exercise(name: string, make: (script: Script) => Promise<HostUnderTest>, options: { runs: number }): void {
  describe(`host ${name}`, () => {
    let under: HostUnderTest;
    const open = async (script: Script = {}): Promise<Host> => (under = await make(script)).host;
    const run = async (file: WorkflowFile): Promise<HostRun> => under.host.ended(await under.host.start({ workflow: file }));
    const waitFor = (runId: string, task: string, status: TaskRunStatus) =>
      under.until(async () => (await under.host.look(runId)).tasks.some((view) => view.task === task && view.status === status));
    afterEach(() => under.close());

    it('runs a chain in its order', async () => {
      await open();
      expect(await run(chain('c', 5))).toMatchObject({ status: 'success', reason: null });
      expect(under.performer.begun).toEqual(['t0@1', 't1@1', 't2@1', 't3@1', 't4@1']);
    });

    it('retries, follows ports, skips, maps: the statuses of the simulation', async () => {
      const script: Script = {
        flaky: ['failed', 'success'],
        choose: [{ ports: ['b'] }],
        list: [{ list: 3 }],
        stop: [{ condition: false }],
        bad: ['failed'],
      };
      const file = workflow(
        'w',
        {
          flaky: { ...noop, retry: { max: 2, delaySec: 0 } },
          choose: {
            operator: 'branch@1',
            config: {
              cases: [
                { port: 'a', when: 'true' },
                { port: 'b', when: 'true' },
              ],
            },
          },
          left: noop,
          right: noop,
          join: { ...noop, triggerRule: 'none_failed_min_one_success' },
          list: noop,
          each: { ...shell('true'), map: { over: [{ into: 'environment.X', items: '{{ tasks.list.output }}' }] } },
          stop: { operator: 'short-circuit@1', config: { when: 'true' } },
          never: noop,
          bad: noop,
          after: { ...noop, triggerRule: 'all_failed' },
        },
        ['flaky>choose', 'left>join', 'right>join', 'list>each', 'stop>never', 'bad>after'],
      );
      file.edges.push({ from: 'choose', port: 'a', to: 'left' }, { from: 'choose', port: 'b', to: 'right' });
      await open(script);
      const ended = await run(file);
      const parsed = parseWorkflow(file);
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      const expected = simulate(parsed.workflow, script as Parameters<typeof simulate>[1]);
      expect({ run: ended.status, tasks: statuses(ended) }).toEqual({ run: expected.run, tasks: expected.tasks });
      expect(statuses(ended)).toMatchObject({
        left: 'skipped',
        join: 'success',
        'each[2]': 'success',
        never: 'skipped',
        after: 'success',
      });
    });

    it('cancels: work is ended, a due teardown still runs', async () => {
      const host = await open({ work: ['hang'] });
      const runId = await host.start({
        workflow: workflow(
          'w',
          {
            make: { ...noop, role: { setup: true } },
            work: noop,
            next: noop,
            clean: { ...noop, role: { teardown: { of: ['make'] } } },
          },
          ['make>work', 'work>next', 'next>clean'],
        ),
      });
      await waitFor(runId, 'work', 'running');
      await host.deliver(runId, { type: 'cancel' });
      const ended = await host.ended(runId);
      expect(ended.status).toBe('cancelled');
      expect(statuses(ended)).toEqual({ make: 'success', work: 'cancelled', next: 'cancelled', clean: 'success' });
      expect(await codeOf(host.deliver(runId, { type: 'cancel' }))).toBe('run.finished');
      expect(await codeOf(host.deliver('nobody', { type: 'cancel' }))).toBe('run.unknown');
    });

    it('fails fast when told to', async () => {
      await open({ bad: ['failed'], slow: ['hang'] });
      const ended = await run(
        workflow('w', { bad: noop, slow: noop, next: noop }, ['slow>next'], { settings: { failFast: true } }),
      );
      expect(ended.status).toBe('failed');
      expect(statuses(ended)).toEqual({ bad: 'failed', slow: 'failed', next: 'skipped' });
    });

    it('ends what takes too long, by its name', async () => {
      await open({ slow: ['hang', 'success'] });
      const ended = await run(workflow('w', { slow: { ...noop, timeoutSec: 1, retry: { max: 1, delaySec: 0 } } }));
      expect(ended).toMatchObject({ status: 'success', tasks: [{ attempt: 2 }] });
    });

    it('starts nothing while a run is paused', async () => {
      const host = await open({ a: ['hang', 'success'] });
      const runId = await host.start({
        workflow: workflow('w', { a: { ...noop, timeoutSec: 1, retry: { max: 1, delaySec: 0 } }, b: noop }, ['a>b']),
      });
      await waitFor(runId, 'a', 'running');
      await host.deliver(runId, { type: 'pause' });
      await waitFor(runId, 'a', 'scheduled');
      expect(under.performer.begun).toEqual(['a@1']);
      await host.deliver(runId, { type: 'resume' });
      expect((await host.ended(runId)).status).toBe('success');
    });

    it('takes up a finished run: cleared tasks run again, a mark decides anew', async () => {
      const host = await open({ a: ['failed', 'failed', 'success'] });
      const runId = await host.start({ workflow: workflow('w', { a: noop, b: noop }, ['a>b']) });
      expect((await host.ended(runId)).status).toBe('failed');
      await host.deliver(runId, { type: 'clear', tasks: [{ task: 'a' }], downstream: true });
      const again = await host.ended(runId);
      expect(again.tasks).toMatchObject([
        { task: 'a', status: 'failed', attempt: 2 },
        { task: 'b', status: 'upstream_failed' },
      ]);
      await host.deliver(runId, { type: 'mark', task: 'a', status: 'success' });
      expect((await host.ended(runId)).status).toBe('success');
      expect(under.performer.begun).toEqual(['a@1', 'a@2', 'b@1']);
      expect(await codeOf(host.deliver(runId, { type: 'mark', task: 'a', status: 'success' }))).not.toBe('no refusal');
    });

    it('runs just one task, whatever its upstream says, also of a run that has ended', async () => {
      const host = await open({ a: ['failed'], b: ['failed', 'success'] });
      const runId = await host.start({ workflow: workflow('w', { a: noop, b: noop, c: noop }, ['a>b', 'b>c']) });
      expect((await host.ended(runId)).status).toBe('failed');
      const force: HostAct = { type: 'force', tasks: [{ task: 'b' }], consent: [{ task: 'b' }] };
      await host.deliver(runId, force);
      expect((await host.ended(runId)).tasks).toMatchObject([
        { status: 'failed' },
        { status: 'failed' },
        { status: 'upstream_failed' },
      ]);
      await host.deliver(runId, force);
      expect((await host.ended(runId)).tasks).toMatchObject([
        { task: 'a', status: 'failed', attempt: 1 },
        { task: 'b', status: 'success', attempt: 2 },
        { task: 'c', status: 'upstream_failed', attempt: 0 },
      ]);
      expect(under.performer.begun).toEqual(['a@1', 'b@1', 'b@2']);
      expect(await codeOf(host.deliver(runId, { type: 'force', tasks: [{ task: 'x' }] }))).toBe('task.unknown');
    });

    it('keeps limits: of the run, of a pool, of a task', async () => {
      const host = await open();
      await host.setPool('two', 2);
      const wide = (id: string, more: object, rest: Partial<WorkflowFile> = {}) =>
        workflow(id, Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`t${n}`, { ...noop, ...more }])), [], rest);
      await run(wide('pool', { pool: { name: 'two' } }));
      expect(under.performer.most).toBe(2);
      under.performer.most = 0;
      await run(wide('run', {}, { settings: { maxActiveTasks: 3 } }));
      expect(under.performer.most).toBe(3);
      const file = workflow('task', { t: { ...noop, limits: { perWorkflow: 1 } } });
      const ids = await Promise.all([1, 2, 3].map(() => host.start({ workflow: file })));
      for (const id of ids) await host.ended(id);
      expect(under.performer.mostOf.get('t')).toBe(1);
    });

    it('tells every event, in order: folded, they are the state', async () => {
      const host = await open({ a: ['failed', 'success'] });
      const heard: RunEvent[] = [];
      const runIds = new Set<string>();
      const end = host.subscribe((runId, events) => {
        runIds.add(runId);
        heard.push(...events);
      });
      const file = workflow('w', { a: { ...noop, retry: { max: 1, delaySec: 0 } }, b: noop }, ['a>b']);
      const ended = await run(file);
      end();
      expect([...runIds]).toEqual([ended.runId]);
      const parsed = parseWorkflow(file);
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      const plan = compilePlan(parsed.workflow);
      const state = fold(plan, heard);
      expect(taskRuns(plan, state)).toEqual(ended.tasks);
      expect(runView(plan, state).status).toBe(ended.status);
    });

    it('refuses a run of something that is no workflow, and keeps nothing of it', async () => {
      const host = await open();
      expect(await codeOf(host.start({ workflow: { ...chain('c', 2), edges: [{ from: 't0' }] } as never }))).toContain('invalid');
      expect((await run(chain('c', 2))).status).toBe('success');
    });

    it('waits for a person without a slot, and takes the first answer', async () => {
      const host = await open({ ask: [{ ask: 'Go on?' }] });
      await host.setPool('one', 1);
      const runId = await host.start({
        workflow: workflow('w', { ask: { ...noop, pool: { name: 'one' } }, b: { ...noop, pool: { name: 'one' } }, c: noop }, [
          'ask>c',
        ]),
      });
      await waitFor(runId, 'ask', 'awaiting_input');
      // The one slot is free for others.
      await waitFor(runId, 'b', 'success');
      await host.deliver(runId, { type: 'answer', task: 'ask', answer: { ok: 1 } });
      expect(await codeOf(host.deliver(runId, { type: 'answer', task: 'ask', answer: { ok: 2 } }))).toMatch(
        /^(approval\.already-answered|run\.finished)$/,
      );
      expect(await host.ended(runId)).toMatchObject({ status: 'success' });
      expect(under.performer.answers).toEqual([{ ok: 1 }]);
    });

    it('goes on without an answer when nobody gives one in time', async () => {
      await open({ ask: [{ ask: 'Go on?', forMs: 20 }] });
      const ended = await run(workflow('w', { ask: { ...noop, retry: { max: 3, delaySec: 0 } } }));
      expect(ended).toMatchObject({ status: 'failed', tasks: [{ status: 'failed', attempt: 1 }] });
    });

    it.each<[string, HostAct, RunStatus]>([
      ['cancelled', { type: 'cancel' }, 'cancelled'],
      ['marked', { type: 'mark', task: 'ask', status: 'success' }, 'success'],
      ['cleared', { type: 'clear', tasks: [{ task: 'ask' }] }, 'success'],
      ['run without waiting', { type: 'force', tasks: [{ task: 'ask' }] }, 'success'],
    ])('a task that waits for a person can be %s', async (_what, act, status) => {
      const host = await open({ ask: [{ ask: 'Go on?' }, 'success'] });
      const runId = await host.start({ workflow: workflow('w', { ask: noop }) });
      await waitFor(runId, 'ask', 'awaiting_input');
      await host.deliver(runId, act);
      const ended = await host.ended(runId);
      expect(ended.status).toBe(status);
      expect(ended.tasks).toMatchObject([{ attempt: act.type === 'clear' || act.type === 'force' ? 2 : 1 }]);
      expect(await codeOf(host.deliver(runId, { type: 'answer', task: 'ask', answer: {} }))).not.toBe('no refusal');
    });

    it('runs another workflow: the task is deferred until it ends, and ends as it does', async () => {
      const host = await open({ call: [{ child: 'inner' }], one: ['failed', 'success'] });
      const inner = workflow('inner', { one: { ...noop, retry: { max: 1, delaySec: 0 } } });
      await host.publish(inner);
      const begun: string[] = [];
      const end = host.subscribe((runId) => void (begun.includes(runId) || begun.push(runId)));
      const ended = await run(workflow('w', { call: noop, after: noop }, ['call>after']));
      end();
      expect(ended).toMatchObject({ status: 'success' });
      expect(begun).toHaveLength(2);
      const child = await host.look(begun.find((runId) => runId !== ended.runId)!);
      expect(child).toMatchObject({ status: 'success', runType: 'child' });
      expect(under.performer.answers).toEqual([
        { runId: child.runId, number: expect.any(Number) as number, workflow: 'inner', status: 'success', failed: [] },
      ]);
    });

    it('a child that fails fails its task with the name of its own; a retry starts another', async () => {
      const host = await open({ call: [{ child: 'inner' }], bad: ['failed', 'success'] });
      await host.publish(workflow('inner', { bad: noop }));
      const begun = new Set<string>();
      host.subscribe((runId) => begun.add(runId));
      // The script counts by run, so the second child fails as the first did.
      const ended = await run(workflow('w', { call: { ...noop, retry: { max: 1, delaySec: 0 } } }));
      expect(ended).toMatchObject({ status: 'failed', tasks: [{ attempt: 2 }] });
      expect(begun.size).toBe(3);
      expect(under.performer.answers).toMatchObject([
        { status: 'failed', failed: [{ task: 'bad' }] },
        { status: 'failed', failed: [{ task: 'bad' }] },
      ]);
    });

    it('cancelling a run cancels the runs that it waits for', async () => {
      const host = await open({ call: [{ child: 'inner' }], work: ['hang'] });
      await host.publish(workflow('inner', { work: noop }));
      const begun: string[] = [];
      host.subscribe((runId) => void (begun.includes(runId) || begun.push(runId)));
      const runId = await host.start({ workflow: workflow('w', { call: noop }) });
      await waitFor(runId, 'call', 'deferred');
      const childId = begun.find((id) => id !== runId)!;
      await waitFor(childId, 'work', 'running');
      await host.deliver(runId, { type: 'cancel' });
      expect(await host.ended(runId)).toMatchObject({ status: 'cancelled' });
      expect(await host.ended(childId)).toMatchObject({ status: 'cancelled', tasks: [{ status: 'cancelled' }] });
    });

    it('only starts another workflow when it need not wait', async () => {
      const host = await open({ call: [{ child: 'inner', wait: false }], work: ['hang'] });
      await host.publish(workflow('inner', { work: noop }));
      const begun: string[] = [];
      host.subscribe((runId) => void (begun.includes(runId) || begun.push(runId)));
      expect(await run(workflow('w', { call: noop }))).toMatchObject({ status: 'success' });
      const childId = begun[1]!;
      await waitFor(childId, 'work', 'running');
      await host.deliver(childId, { type: 'cancel' });
      expect((await host.ended(childId)).status).toBe('cancelled');
    });

    it.each([
      ['is not there', 'nowhere', 16, 1],
      ['starts itself without end', 'self', 100, 9],
      ['waits for itself', 'self', 2, 3],
    ])('refuses to run a workflow that %s', async (_what, id, maxActiveRuns, runs) => {
      const host = await open({ call: [{ child: id }] });
      if (id === 'self') await host.publish(workflow('self', { call: noop }, [], { settings: { maxActiveRuns } }));
      const begun = new Set<string>();
      host.subscribe((runId) => begun.add(runId));
      const ended = await run(workflow('w', { call: noop }));
      expect(ended).toMatchObject({ status: 'failed', tasks: [{ status: 'failed' }] });
      expect(begun.size).toBe(runs);
    });

    it('gives the statuses of the simulation for any workflow and outcomes', async () => {
      await open();
      await fc.assert(
        fc.asyncProperty(arbitraryRun, async ({ file, script }) => {
          await under.close();
          await open(script);
          const ended = await run(file);
          const parsed = parseWorkflow(file);
          if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
          const expected = simulate(parsed.workflow, script as Parameters<typeof simulate>[1]);
          expect({ run: ended.status, tasks: statuses(ended) }).toEqual({ run: expected.run, tasks: expected.tasks });
        }),
        { numRuns: options.runs },
      );
    });
  });
}
