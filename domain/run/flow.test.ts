import { describe, expect, test } from 'vitest';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf, type WorkflowSketch } from './testing/workflow-of.ts';
import { edgeState, taskRun } from './read.ts';

const start = (sketch: WorkflowSketch) => new RunProbe(workflowOf(sketch)).start();
const ports = (...open: string[]) => ({ type: 'success', ports: open }) as const;
const cut = (shortCircuit: 'descendants' | 'children') => ({ type: 'success', shortCircuit }) as const;

describe('a branch', () => {
  const sketch: WorkflowSketch = { tasks: 'a b c d', edges: ['a:yes > b', 'a:no > c', 'b > d', 'c > d'] };

  test('skips the children of the ports it leaves shut, and what follows by rule', () => {
    const run = start(sketch);
    run.end('a', ports('yes'));
    expect(run.line).toBe('a:success b:scheduled c:skipped d:skipped');
    expect(taskRun(run.plan, run.state, 'c')?.reason).toBe('not chosen');
    expect(taskRun(run.plan, run.state, 'a')?.ports).toEqual(['yes']);
    const edge = (port: string, to: string) => edgeState(run.plan, run.state, { from: 'a', port, to });
    expect([edge('yes', 'b'), edge('no', 'c'), edgeState(run.plan, run.state, { from: 'b', port: 'out', to: 'd' })]).toEqual([
      'taken',
      'not-taken',
      'none',
    ]);
  });

  test('follows nothing by a port without an edge', () => {
    const run = start(sketch);
    run.end('a', ports('other'));
    expect(run.line).toBe('a:success b:skipped c:skipped d:skipped');
  });

  test('spares a child that is also reached through a followed one', () => {
    const run = start({ tasks: 'a b c', edges: ['a:yes > b', 'a:no > c', 'b > c'] });
    run.end('a', ports('yes'));
    expect(run.line).toBe('a:success b:scheduled c:none');
  });

  test('leaves a task alone that runs already', () => {
    const run = start({ tasks: { a: {}, b: {}, c: { triggerRule: 'one_success' } }, edges: ['a:no > c', 'b > c'] });
    run.end('b');
    run.begin('c');
    run.end('a', ports());
    expect(run.line).toBe('a:success b:success c:running');
  });

  test('leaves a task alone that waits for its retry, also when that is due', () => {
    const run = start({
      tasks: { a: {}, b: {}, c: { triggerRule: 'one_success', retry: { max: 1, delaySec: 10 } } },
      edges: ['a:no > c', 'b > c'],
    });
    run.end('b');
    run.end('c', 'failed');
    run.end('a', ports());
    expect(run.status('c')).toBe('up_for_retry');
    run.send({ type: 'retryDue', task: 'c', attempt: 1, at: 60_000 });
    expect(run.status('c')).toBe('scheduled');
  });

  test('is remembered when a child is cleared, not for a grandchild', () => {
    const run = start({ tasks: { a: {}, b: {}, c: { triggerRule: 'all_done' } }, edges: ['a:yes > b', 'b > c'] });
    run.end('a', ports());
    run.end('c');
    run.send({ type: 'tasksCleared', by: 'me', tasks: [{ task: 'b' }, { task: 'c' }] });
    expect(run.line).toBe('a:success b:skipped c:scheduled');
  });

  test('is forgotten when its task ends another attempt', () => {
    const run = start({ tasks: 'a b', edges: ['a:yes > b'] });
    run.end('a', ports());
    run.send({ type: 'tasksCleared', by: 'me', tasks: [{ task: 'a' }], downstream: true });
    expect(run.line).toBe('a:scheduled b:none');
    run.end('a', ports('yes'));
    expect(run.line).toBe('a:success b:scheduled');
  });
});

describe('a short circuit', () => {
  const sketch: WorkflowSketch = {
    tasks: {
      s: { role: { setup: true } },
      a: {},
      b: {},
      c: { triggerRule: 'all_done' },
      t: { role: { teardown: { of: ['s'] } } },
    },
    edges: ['s > a', 'a > b', 'b > c', 'c > t'],
  };

  test('skips all descendants whatever their rule, and spares teardowns', () => {
    const run = start(sketch);
    run.end('s');
    run.end('a', cut('descendants'));
    expect(run.line).toBe('a:success b:skipped c:skipped s:success t:scheduled');
  });

  test('of its children alone leaves the rest to their rules', () => {
    const run = start(sketch);
    run.end('s');
    run.end('a', cut('children'));
    expect(run.line).toBe('a:success b:skipped c:scheduled s:success t:none');
  });
});

test('a task that skips itself is skipped, and says why', () => {
  const run = start({ tasks: 'a b', edges: ['a > b'] });
  run.end('a', { type: 'skipped', reason: 'nothing new' });
  expect(run.line).toBe('a:skipped b:skipped');
  expect(taskRun(run.plan, run.state, 'a')?.reason).toBe('nothing new');
});

test('a disabled task is skipped at the moment it would have started', () => {
  const run = start({ tasks: { a: {}, b: { disabled: true }, c: { triggerRule: 'none_failed' } }, edges: ['a > b', 'b > c'] });
  expect(run.line).toBe('a:scheduled b:none c:none');
  run.end('a');
  expect(run.line).toBe('a:success b:skipped c:scheduled');
});

describe('fail fast', () => {
  const sketch: WorkflowSketch = {
    tasks: { s: { role: { setup: true } }, a: {}, b: {}, c: {}, t: { role: { teardown: { of: ['s'] } } } },
    edges: ['s > a', 's > b', 'a > c', 'b > t', 'c > t'],
    settings: { failFast: true },
  };

  test('fails what runs once its work has ended, skips the rest, and spares teardowns', () => {
    const run = start(sketch);
    run.end('s');
    run.begin('b');
    run.end('a', 'failed');
    expect(run.did).toEqual(['releaseAdmission a', 'stopAttempt b fail-fast']);
    expect(run.line).toBe('a:failed b:running c:skipped s:success t:none');
    expect(taskRun(run.plan, run.state, 'b')?.stopping).toBe('fail-fast');
    run.end('b');
    expect(run.line).toBe('a:failed b:failed c:skipped s:success t:scheduled');
    run.end('t');
    expect(run.run).toBe('failed (fail fast: a failed)');
  });

  test('skips what is only asked for, and takes its request back', () => {
    const run = start(sketch);
    run.end('s');
    run.end('a', 'failed');
    expect(run.did).toEqual(['releaseAdmission a', 'releaseAdmission b', 'requestAdmission t']);
    expect(taskRun(run.plan, run.state, 'b')).toMatchObject({ status: 'skipped', attempt: 0 });
  });
});

describe('setups and teardowns', () => {
  const sketch: WorkflowSketch = {
    tasks: { s: { role: { setup: true } }, a: {}, b: { triggerRule: 'all_done' }, t: { role: { teardown: { of: ['s'] } } } },
    edges: ['s > a', 'a > b', 'b > t'],
  };

  test('a failed setup takes everything in its scope along, also what would run by its own rule', () => {
    const run = start(sketch);
    run.end('s', 'failed');
    expect(run.line).toBe('a:upstream_failed b:upstream_failed s:failed t:upstream_failed');
  });

  test('a teardown runs although the work failed, and does not decide the run', () => {
    const run = start({ ...sketch, edges: ['s > a', 'a > t'], tasks: { ...(sketch.tasks as object), b: {} } });
    run.end('s');
    run.end('b');
    run.end('a');
    run.end('t', 'failed');
    expect(run.run).toBe('success');
  });

  test('a teardown with failsRun decides it', () => {
    const run = start({
      tasks: { s: { role: { setup: true } }, a: {}, t: { role: { teardown: { of: ['s'], failsRun: true } } } },
      edges: ['s > a', 'a > t'],
    });
    run.end('s');
    run.end('a');
    run.end('t', 'failed');
    expect(run.run).toBe('failed');
  });

  test('a teardown waits for everything between its setup and itself', () => {
    const run = start({
      tasks: {
        s: { role: { setup: true } },
        a: {},
        b: {},
        c: { triggerRule: 'one_failed' },
        t: { role: { teardown: { of: ['s'] } } },
      },
      edges: ['s > a', 's > b', 'a > c', 'b > c', 'c > t'],
    });
    run.end('s');
    run.end('a', 'failed');
    run.end('c');
    expect(run.line).toBe('a:failed b:scheduled c:success s:success t:none');
    run.end('b');
    expect(run.status('t')).toBe('scheduled');
  });
});

describe('the run', () => {
  test('goes by its leaves: an all_done leaf hides a failure before it', () => {
    const run = start({ tasks: { a: {}, b: { triggerRule: 'all_done' } }, edges: ['a > b'] });
    run.end('a', 'failed');
    run.end('b');
    expect(run.run).toBe('success');
  });

  test('goes by any failure when told so', () => {
    const run = start({
      tasks: { a: {}, b: { triggerRule: 'all_done' } },
      edges: ['a > b'],
      settings: { runStatusRule: 'any-failure' },
    });
    run.end('a', 'failed');
    run.end('b');
    expect(run.run).toBe('failed');
  });

  test('of teardowns alone goes by those without downstream', () => {
    const run = start({ tasks: { t: { role: { teardown: { of: [] } } } } });
    run.end('t', 'failed');
    expect(run.run).toBe('failed');
  });

  test('without tasks is a success at once', () => {
    const run = start({ tasks: {} });
    expect(run.run).toBe('success');
    expect(run.did).toEqual(['runFinished success']);
  });

  test('whose time is over fails with that reason, after its due teardowns', () => {
    const run = start({
      tasks: { s: { role: { setup: true } }, a: {}, b: {}, t: { role: { teardown: { of: ['s'] } } } },
      edges: ['s > a', 'a > b', 'b > t'],
      settings: { runTimeoutSec: 60 },
    });
    expect(run.effects).toContainEqual({ type: 'setRunTimer', atMs: 61_000 });
    run.end('s');
    run.begin('a');
    run.send({ type: 'runTimedOut', at: 61_000 });
    expect(run.did).toEqual(['stopAttempt a timeout']);
    expect(run.line).toBe('a:running b:failed s:success t:none');
    run.end('a');
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({ status: 'failed', reason: 'run timeout' });
    run.end('t');
    expect(run.run).toBe('failed (run timeout)');
  });
});

test('effects come in their order: of the event, then round by round by depth and id, then the end of the run', () => {
  const run = start({ tasks: 'z a m b', edges: ['a > z', 'a > m', 'a > b'] });
  run.end('a');
  expect(run.did).toEqual(['releaseAdmission a', 'requestAdmission b', 'requestAdmission m', 'requestAdmission z']);
});

test('requests of one round come by priority: whoever is asked first takes the last slot', () => {
  const run = start({ tasks: { a: {}, b: {}, c: {}, d: { priority: { weight: 9 } } }, edges: ['b > c'] });
  expect(run.did).toEqual(['requestAdmission d', 'requestAdmission b', 'requestAdmission a']);
  run.send({ type: 'runPaused', by: 'ann' });
  run.send({ type: 'runResumed', by: 'ann' });
  expect(run.did).toEqual(['requestAdmission d', 'requestAdmission b', 'requestAdmission a']);
});
