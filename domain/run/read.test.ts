import { describe, expect, test } from 'vitest';
import { changedTaskRuns, edgeState, openAttempts, runFacts, runView, taskRun, taskRuns, unmet } from './read.ts';
import { refText } from './ref.ts';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf, type WorkflowSketch } from './testing/workflow-of.ts';

const start = (sketch: WorkflowSketch) => new RunProbe(workflowOf(sketch)).start();
const codes = (run: RunProbe, task: string, index?: number) => unmet(run.plan, run.state, task, index).map(({ code }) => code);

describe('why a task run waits', () => {
  test('for its run, its upstream, its admission, its start', () => {
    const run = new RunProbe(workflowOf({ tasks: 'a b', edges: ['a > b'] }));
    expect(codes(run, 'a')).toEqual(['run.queued']);
    run.start();
    expect(codes(run, 'a')).toEqual(['admission.waiting']);
    expect(unmet(run.plan, run.state, 'b')).toEqual([
      { code: 'upstream.unfinished', message: 'Waits by all_success for a (scheduled).' },
    ]);
    run.send({ type: 'admitted', task: 'a', attempt: 1, token: 'x' });
    expect(codes(run, 'a')).toEqual(['attempt.starting']);
    run.send({ type: 'attemptStarted', task: 'a', attempt: 1 });
    expect(codes(run, 'a')).toEqual(['attempt.running']);
    run.send({ type: 'runPaused', by: 'ann' });
    expect(codes(run, 'b')).toEqual(['run.paused', 'upstream.unfinished']);
    expect(codes(run, 'nobody')).toEqual([]);
  });

  test('for its retry, its time, a person, its end', () => {
    const run = start({ tasks: { a: { retry: { max: 3, delaySec: 60 } } } });
    run.end('a', 'failed');
    expect(unmet(run.plan, run.state, 'a')).toEqual([
      { code: 'retry.delay', message: 'Is tried again at 1970-01-01T00:01:01.000Z.', at: 61_000 },
    ]);
    run.send({ type: 'retryDue', task: 'a', attempt: 1, at: 61_000 });
    run.begin('a');
    run.send({ type: 'attemptParked', task: 'a', attempt: 2, as: 'awaiting_input', key: 'k' });
    expect(codes(run, 'a')).toEqual(['person.waiting']);
    run.send({ type: 'attemptWoken', task: 'a', attempt: 2 });
    run.begin('a');
    run.send({ type: 'attemptParked', task: 'a', attempt: 2, as: 'deferred', untilMs: 90_000 });
    expect(unmet(run.plan, run.state, 'a')).toEqual([
      { code: 'timer.waiting', message: 'Waits until 1970-01-01T00:01:30.000Z, or for a signal.', at: 90_000 },
    ]);
    run.send({ type: 'attemptWoken', task: 'a', attempt: 2, at: 90_000 });
    run.begin('a');
    run.send({ type: 'runCancelled', by: 'ann' });
    expect(codes(run, 'a')).toEqual(['attempt.stopping']);
  });

  test('for a setup, for what a teardown cleans up after, for a list', () => {
    const run = start({
      tasks: {
        s: { role: { setup: true } },
        a: {},
        b: { triggerRule: 'one_success' },
        m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output }}' }] } },
        t: { role: { teardown: { of: ['s'] } } },
      },
      edges: ['s > a', 'a > b', 'b > t', 'm > t'],
    });
    expect(codes(run, 'b')).toEqual(['upstream.unfinished', 'setup.unfinished']);
    expect(codes(run, 't')).toEqual(['upstream.unfinished', 'teardown.waits']);
    expect(codes(run, 'm')).toEqual(['upstream.unfinished', 'setup.unfinished', 'map.list']);
    run.end('s');
    run.end('a', { type: 'success', list: 2 });
    expect(codes(run, 'm')).toEqual([]);
    expect(codes(run, 'm', 1)).toEqual(['admission.waiting']);
    expect(unmet(run.plan, run.state, 't')[0]!.message).toBe('Waits by its role for b (scheduled), m (2 of 2 unfinished).');
  });
});

test('an edge tells how its task went', () => {
  const run = start({
    tasks: { a: {}, m: { map: { over: [{ into: 'x', items: [1, 2] }] } }, z: { triggerRule: 'all_done' } },
    edges: ['a > z', 'm > z'],
  });
  const edge = (from: string) => edgeState(run.plan, run.state, { from, port: 'out', to: 'z' });
  expect([edge('a'), edge('m'), edge('nobody')]).toEqual(['none', 'none', 'none']);
  run.end('a', 'failed');
  run.end('m[0]');
  expect([edge('a'), edge('m')]).toEqual(['upstream-failed', 'none']);
  run.end('m[1]', 'skipped');
  expect(edge('m')).toBe('taken');
});

test('only what looks different has changed: counters of others have not', () => {
  const run = start({ tasks: 'a b z', edges: ['a > z', 'b > z'] });
  run.begin('a');
  const before = run.state;
  run.end('a');
  expect(changedTaskRuns(run.plan, before, run.state).map(refText)).toEqual(['a']);
  expect(changedTaskRuns(run.plan, run.state, run.state)).toEqual([]);
});

test('task runs come by depth, then id; the run has its counts and facts', () => {
  const run = new RunProbe(workflowOf({ tasks: 'z a m', edges: ['z > a'] }), {
    latest: true,
    trigger: 'nightly',
    runType: 'scheduled',
  }).start();
  expect(taskRuns(run.plan, run.state).map(refText)).toEqual(['m', 'z', 'a']);
  expect(runView(run.plan, run.state).counts).toEqual({ scheduled: 2, none: 1 });
  expect(runFacts(run.state)).toMatchObject({ latest: true, trigger: 'nightly', runType: 'scheduled', createdAt: 1000 });
  expect(taskRun(run.plan, run.state, 'a', 0)).toBeNull();
  expect(taskRun(run.plan, run.state, 'nobody')).toBeNull();
  run.begin('m');
  expect(openAttempts(run.plan, run.state).map(refText)).toEqual(['m']);
});
