import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actChanges } from './act-changes.ts';
import { carryOver } from './carry-over.ts';
import { counted } from './counted.ts';
import { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import { decode, encode } from './encode.ts';
import { firstVersion } from './first-version.ts';
import { fold } from './fold.ts';
import { judge } from './judge.ts';
import { outstanding } from './outstanding.ts';
import { compilePlan } from './plan.ts';
import { RunProgress } from './run-progress.ts';
import { arbitraryWorkflow } from './testing/arbitrary-workflow.ts';
import { ChanceHost } from './testing/chance-host.ts';
import { plainState } from './testing/plain-state.ts';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf, type WorkflowSketch } from './testing/workflow-of.ts';
import { newRun } from './transition.ts';

const start = (sketch: WorkflowSketch) => new RunProbe(workflowOf(sketch)).start();
const chain: WorkflowSketch = { tasks: { a: {}, b: {}, c: {} }, edges: ['a > b', 'b > c'] };

/** A chain that failed in the middle. */
function failedInB(sketch = chain): RunProbe {
  const run = start(sketch);
  run.end('a');
  run.end('b', 'failed');
  expect(run.run).toBe('failed');
  return run;
}

describe('a run that goes on with another version of its workflow', () => {
  test('keeps what both have, begins what is new, and forgets what fell away', () => {
    const run = failedInB();
    const mended = workflowOf({ tasks: 'a b check report', edges: ['a > b', 'b > check', 'check > report'] });
    expect(run.move(mended, 'b')).toBeNull();
    expect(run.line).toBe('a:success b:scheduled check:none report:none');
    expect([run.run, run.attempt('a'), run.attempt('b')]).toEqual(['running', 1, 2]);
    for (const name of ['b', 'check', 'report']) run.end(name);
    expect(run.run).toBe('success');
  });

  test('a task that failed and fell away holds nothing back; cleared tasks that are gone are passed over', () => {
    const run = failedInB();
    expect(run.move(workflowOf({ tasks: 'a c', edges: ['a > c'] }), 'b', 'c')).toBeNull();
    expect(run.line).toBe('a:success c:scheduled');
    // What hung on it starts over with it.
    const below = failedInB();
    below.moveWith(workflowOf({ tasks: 'a b2 c', edges: ['a > b2', 'b2 > c'] }), { tasks: [{ task: 'b' }], downstream: true });
    expect(below.line).toBe('a:success b2:scheduled c:none');
    const other = failedInB();
    expect(other.move(workflowOf({ tasks: 'a' }), 'b')).toBeNull();
    expect([other.line, other.run]).toEqual(['a:success', 'success']);
  });

  test('is refused when nothing starts over and no task differs, or when neither version has the task', () => {
    const run = failedInB();
    const before = run.state;
    expect(run.moveWith(workflowOf(chain), { tasks: [{ task: 'a' }], onlyFailed: true })).toBe('clear.nothing');
    expect(run.move(workflowOf({ tasks: 'a x' }), 'nobody')).toBe('task.unknown');
    expect(run.try({ type: 'runMoved', by: 'ann', from: 1, to: 2, tasks: [{ task: 'b' }], params: {} })).toBe('version.unknown');
    expect(run.state).toBe(before);
    expect(new RunProbe(workflowOf(chain)).move(workflowOf({ tasks: 'a' }), 'a')).toBe('run.status');
  });

  test('work of a task that both have goes on and its end counts; work of one that fell away is ended', () => {
    const run = start({ tasks: 'a b c', edges: ['a > c'] });
    run.begin('a');
    run.begin('b');
    expect(run.move(workflowOf({ tasks: 'a c d', edges: ['a > c', 'c > d'] }))).toBeNull();
    expect(run.did).toEqual(['stopAttempt b cancelled']);
    expect(run.line).toBe('a:running c:none d:none');
    expect(run.try({ type: 'attemptEnded', task: 'b', attempt: 1, result: { type: 'success' } })).toBe('task.unknown');
    run.end('a');
    expect(run.line).toBe('a:success c:scheduled d:none');
  });

  test('what waits for its slots asks for those of the new version; of what fell away the request is taken back', () => {
    const run = start({ tasks: 'a b' });
    expect(run.move(workflowOf({ tasks: { a: { pool: { name: 'db', slots: 2 } }, c: {} } }))).toBeNull();
    expect(run.did).toEqual(['releaseAdmission b', 'releaseAdmission a', 'requestAdmission a', 'requestAdmission c']);
    expect(run.effects[2]).toMatchObject({ pool: 'db', slots: 2, attempt: 1 });
  });

  test('attempt numbers are never given out twice, also when a task comes back', () => {
    const run = failedInB();
    run.moveWith(workflowOf({ tasks: 'a c', edges: ['a > c'] }), { tasks: [{ task: 'c' }] });
    run.end('c', 'failed');
    run.moveWith(workflowOf(chain), { from: 2, to: 3, tasks: [{ task: 'c' }], used: { b: 1 } });
    expect([run.status('b'), run.attempt('b')]).toEqual(['scheduled', 2]);
  });

  test('a task that becomes mapped, or is mapped no more, begins anew', () => {
    const mapped: WorkflowSketch = {
      tasks: { list: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.list.output }}' }] } } },
    };
    const run = start(mapped);
    run.end('list', { type: 'success', list: 2 });
    run.end('m[0]');
    run.end('m[1]', 'failed');
    expect(run.move(workflowOf({ tasks: 'list m', edges: ['list > m'] }))).toBeNull();
    expect([run.line, run.attempt('m')]).toEqual(['list:success m:scheduled', 2]);
    run.end('m');
    expect(run.moveWith(workflowOf(mapped), { from: 2, to: 3, lists: { m: [1] } })).toBeNull();
    expect([run.line, run.attempt('m[0]')]).toEqual(['list:success m[0]:scheduled', 3]);
  });

  test('copies follow the list of the new version: more are added, surplus ones are removed', () => {
    const over = (items: number[]): WorkflowSketch => ({ tasks: { m: { map: { over: [{ into: 'x', items }] } } } });
    const run = start(over([1, 2]));
    run.end('m[0]');
    run.end('m[1]', 'failed');
    expect(run.move(workflowOf(over([1, 2, 3])), 'm')).toBe(null);
    expect(run.line).toBe('m[0]:scheduled m[1]:scheduled m[2]:scheduled');
    run.end('m[0]');
    run.begin('m[1]');
    expect(run.moveWith(workflowOf(over([1])), { from: 2, to: 3 })).toBe('clear.nothing');
    expect(run.moveWith(workflowOf(over([1])), { from: 2, to: 3, tasks: [{ task: 'm' }] })).toBeNull();
    expect(run.line).toBe('m[0]:scheduled m[1]:restarting m[2]:removed');
    run.end('m[1]');
    run.end('m[0]');
    expect([run.line, run.run]).toEqual(['m[0]:success m[1]:removed m[2]:removed', 'success']);
    const limited = workflowOf({ tasks: { m: { map: { over: [{ into: 'x', items: [1, 2, 3] }], limit: 2 } } } });
    expect(run.moveWith(limited, { from: 3, to: 4, tasks: [{ task: 'm' }] })).toBe('map.limit');
  });

  test('the preview says what starts over, what is new and what falls away', () => {
    const run = failedInB();
    const to = compilePlan(workflowOf({ tasks: 'a b check', edges: ['a > b', 'b > check'] }));
    const act = { by: '', at: run.at, from: 1, to: 2, params: {}, tasks: [{ task: 'a' }], downstream: true };
    const event = { type: 'runMoved' as const, ...act };
    expect(actChanges(run.plan, run.state, event, () => to)).toEqual({
      ok: true,
      changes: [
        { task: 'a', from: 'success', to: 'none', twice: true },
        { task: 'b', from: 'failed', to: 'none', twice: false },
      ],
      moved: { added: ['check'], removed: ['c'] },
    });
  });
});

describe('whatever versions a run goes through', () => {
  const choices = fc.array(fc.nat(100_000), { maxLength: 120 });

  test('the events give the state, its counters are what the statuses say, and nobody waits who need not', () => {
    let moves = 0;
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryWorkflow, arbitraryWorkflow, choices, (one, two, three, chance) => {
        const watch: ChanceHost['watch'] = (_, event, after) => {
          if (event.type === 'runMoved') moves++;
          const bytes = encode(after);
          const back = decode(host.plan, bytes);
          expect(plainState(host.plan, back)).toEqual(plainState(host.plan, after));
          expect(encode(back)).toEqual(bytes);
          if (after.run.status !== 'running') return;
          const draft = new Draft(host.plan, after);
          eachRow(draft, (task, index) => {
            expect(judge(draft, task, index).be, `${host.plan.tasks[task]!.id}[${index}] after ${event.type}`).toBe('wait');
          });
        };
        // More acts than chance would do.
        const often = chance.map((choice) => (choice % 3 === 0 ? choice - (choice % 11) : choice));
        const host: ChanceHost = new ChanceHost(one, often, (...seen) => watch(...seen), [two, three]);
        host.run();
        expect(host.settled).toBe(true);
        expect(outstanding(host.plan, host.state)).toEqual([]);
        const first = host.planOf(firstVersion(host.events, 1))!;
        expect(encode(fold(first, host.events, newRun(first), host.planOf))).toEqual(encode(host.state));
        const progress = new RunProgress(first, newRun(first));
        for (const event of host.events) expect(progress.step(event, host.planOf).refused).toBeNull();
        expect(encode(progress.state)).toEqual(encode(host.state));
        const started = host.effects.filter(({ type }) => type === 'startAttempt');
        const woken = started.filter((effect) => 'woken' in effect);
        const names = started.filter((effect) => !('woken' in effect)).map((each) => JSON.stringify({ ...each, token: '' }));
        expect(new Set(names).size, `${woken.length} woken`).toBe(names.length);
      }),
      { numRuns: 60 },
    );
    expect(moves).toBeGreaterThan(5);
  });

  test('taken over into the plan it is on, a state is as it was', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const { plan, state } = new ChanceHost(workflow, chance).run();
        const again = counted(plan, carryOver(plan, plan, state));
        expect(taskLines(plan, again)).toEqual(taskLines(plan, state));
      }),
      { numRuns: 30 },
    );
  });
});

const taskLines = (plan: ReturnType<typeof compilePlan>, state: ReturnType<typeof newRun>) => {
  const lines: unknown[] = [];
  eachRow(new Draft(plan, state), (task, index, { status, attempt, reason, need }) =>
    lines.push([task, index, status, attempt, reason, need]),
  );
  return [lines, state.sums];
};
