import { describe, expect, test } from 'vitest';
import { previewAct } from './preview-act.ts';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf, type WorkflowSketch } from './testing/workflow-of.ts';
import { taskRun } from './read.ts';
import { refText } from './ref.ts';

const start = (sketch: WorkflowSketch) => new RunProbe(workflowOf(sketch)).start();
const chain: WorkflowSketch = { tasks: { a: {}, b: {}, c: {} }, edges: ['a > b', 'b > c'] };
const cancel = { type: 'runCancelled', by: 'ann' } as const;

describe('cancel', () => {
  test('ends the work first; the run is cancelled when the last process is gone', () => {
    const run = start(chain);
    run.begin('a');
    run.send(cancel);
    expect(run.did).toEqual(['stopAttempt a cancelled']);
    expect(run.line).toBe('a:running b:cancelled c:cancelled');
    expect(run.run).toBe('running (cancelled by ann)');
    run.end('a');
    expect(run.line).toBe('a:cancelled b:cancelled c:cancelled');
    expect(run.did).toEqual(['releaseAdmission a', 'runFinished cancelled']);
    expect(run.try(cancel)).toBe('run.finished');
  });

  test('still runs a teardown whose setup succeeded, after the work has ended', () => {
    const run = start({
      tasks: { s: { role: { setup: true } }, a: {}, t: { role: { teardown: { of: ['s'] } } } },
      edges: ['s > a', 'a > t'],
    });
    run.end('s');
    run.begin('a');
    run.send(cancel);
    expect(run.try(cancel)).toBe('run.cancelled');
    expect(run.status('t')).toBe('none');
    run.end('a');
    expect(run.line).toBe('a:cancelled s:success t:scheduled');
    run.end('t');
    expect(run.run).toBe('cancelled (cancelled by ann)');
  });

  test('of a run that was not admitted ends it at once', () => {
    const run = new RunProbe(workflowOf(chain));
    run.send(cancel);
    expect(run.line).toBe('a:cancelled b:cancelled c:cancelled');
    expect(run.run).toBe('cancelled (cancelled by ann)');
  });

  test('of a paused run lets the due teardown ask for its admission', () => {
    const run = start({
      tasks: { s: { role: { setup: true } }, t: { role: { teardown: { of: ['s'] } } } },
    });
    run.begin('s');
    run.send({ type: 'runPaused', by: 'ann' });
    run.end('s');
    expect(run.did).toEqual(['releaseAdmission s']);
    run.send(cancel);
    expect(run.did).toEqual(['requestAdmission t']);
  });
});

describe('pause', () => {
  test('withdraws what was asked, lets work go on, and asks again when resumed', () => {
    const run = start({ tasks: 'a b c', edges: ['b > c'] });
    run.begin('b');
    run.send({ type: 'runPaused', by: 'ann' });
    expect(run.did).toEqual(['releaseAdmission a']);
    expect(run.try({ type: 'admitted', task: 'a', attempt: 1, token: 'x' })).toBe('run.paused');
    run.end('b');
    expect(run.did).toEqual(['releaseAdmission b']);
    expect(run.line).toBe('a:scheduled b:success c:scheduled');
    expect(run.try({ type: 'runPaused', by: 'ann' })).toBe('run.paused');
    run.send({ type: 'runResumed', by: 'ann' });
    expect(run.did).toEqual(['requestAdmission a', 'requestAdmission c']);
    expect(run.try({ type: 'runResumed', by: 'ann' })).toBe('run.not-paused');
  });
});

describe('clear', () => {
  test('lets a task start over with all its retries, and the run goes on', () => {
    const run = start({ tasks: { a: { retry: { max: 1, delaySec: 0 } } } });
    run.end('a', 'failed');
    run.end('a', 'failed');
    expect(run.run).toBe('failed');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }] });
    expect(run.run).toBe('running');
    expect(run.did).toEqual(['requestAdmission a']);
    run.end('a', 'failed');
    run.end('a');
    expect(run.run).toBe('success');
    expect(run.attempt('a')).toBe(4);
  });

  test('of a running task ends its work and always gives the next attempt', () => {
    const run = start(chain);
    run.begin('a');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }] });
    expect(run.did).toEqual(['stopAttempt a restarting']);
    expect(run.line).toBe('a:restarting b:none c:none');
    run.end('a', 'failed_no_retry');
    expect(run.line).toBe('a:scheduled b:none c:none');
    expect(run.attempt('a')).toBe(2);
  });

  test('takes up- and downstream at any distance, or only what failed of them', () => {
    const failed = () => {
      const run = start(chain);
      run.end('a');
      run.end('b', 'failed');
      return run;
    };
    const clear = { type: 'tasksCleared' as const, by: 'ann', tasks: [{ task: 'b' }], at: 5000 };
    const changed = (run: RunProbe, options: object) => {
      const preview = previewAct(run.plan, run.state, { ...clear, ...options });
      return preview.ok ? preview.changed.map(refText) : preview.refused;
    };
    const run = failed();
    expect(changed(run, {})).toEqual(['b']);
    expect(changed(run, { upstream: true })).toEqual(['a', 'b']);
    expect(changed(run, { downstream: true })).toEqual(['b', 'c']);
    expect(changed(run, { upstream: true, downstream: true, onlyFailed: true })).toEqual(['b', 'c']);
    run.send({ ...clear, downstream: true });
    expect(run.line).toBe('a:success b:scheduled c:none');
  });

  test('of nothing is refused', () => {
    const run = start(chain);
    expect(run.try({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'b' }] })).toBe('clear.nothing');
    expect(run.try({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'x' }] })).toBe('task.unknown');
    expect(run.try({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a', index: 0 }] })).toBe('task-run.unknown');
    expect(run.try({ type: 'tasksCleared', by: 'ann', tasks: [] })).toBe('act.nothing');
  });

  test('takes a request back, and its number is free again', () => {
    const run = start({ tasks: 'a' });
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }] });
    expect(run.did).toEqual(['releaseAdmission a', 'requestAdmission a']);
    expect(run.attempt('a')).toBe(1);
  });
});

describe('run just this', () => {
  const force = (...tasks: string[]) => ({ type: 'tasksForced', by: 'ann', tasks: tasks.map((task) => ({ task })) }) as const;

  test('starts a task that waits, whatever its upstream says, and only it', () => {
    const run = start(chain);
    run.begin('a');
    run.send(force('c'));
    expect(run.did).toEqual(['requestAdmission c']);
    expect(run.line).toBe('a:running b:none c:scheduled');
    run.end('c');
    run.end('a', 'failed');
    // It has been done, so nothing of its upstream reaches it any more.
    expect(run.line).toBe('a:failed b:upstream_failed c:success');
    expect(run.run).toBe('success');
  });

  test('of a finished run goes on, keeps the old attempts, and has all its retries, which wait for nothing either', () => {
    const run = start({ tasks: { a: {}, b: { retry: { max: 1, delaySec: 5 } } }, edges: ['a > b'] });
    run.end('a', 'failed');
    run.send(force('b'));
    expect(run.line).toBe('a:failed b:scheduled');
    run.end('b', 'failed');
    expect(run.status('b')).toBe('up_for_retry');
    run.send({ type: 'retryDue', task: 'b', attempt: 1, at: 6000 });
    expect(run.did).toEqual(['requestAdmission b']);
    run.end('b');
    expect(run.run).toBe('success');
    run.send(force('b'));
    expect(run.attempt('b')).toBe(3);
    // Cleared, it waits for its upstream as ever.
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'b' }] });
    expect(run.run).toBe('failed');
    expect(run.line).toBe('a:failed b:upstream_failed');
  });

  test('does not wait for setups, the past, a retry, a person or a branch', () => {
    const run = start({
      tasks: {
        s: { role: { setup: true } },
        m: {},
        past: { past: { dependsOnPast: true } },
        ask: {},
        pick: {},
        no: {},
        slow: { retry: { max: 1, delaySec: 600 } },
      },
      edges: ['s > m', 'm > past', 'pick:yes > ask', 'pick:no > no'],
    });
    run.end('pick', { type: 'success', ports: ['yes'] });
    run.begin('ask');
    run.send({ type: 'attemptParked', task: 'ask', attempt: 1, as: 'awaiting_input', key: 'k' });
    run.end('slow', 'failed');
    run.send(force('past', 'ask', 'no', 'slow', 'm'));
    expect(run.line).toBe('ask:scheduled m:scheduled no:scheduled past:scheduled pick:success s:scheduled slow:scheduled');
    expect(run.attempt('ask')).toBe(2);
    expect(run.try({ type: 'attemptWoken', task: 'ask', attempt: 1 })).toBe('attempt.not-current');
    for (const task of ['past', 'ask', 'no', 'slow', 'm', 's']) run.end(task);
    expect(run.run).toBe('success');
  });

  test('of one copy of a mapped task', () => {
    const run = start({
      tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output }}' }] } } },
      edges: ['a > m'],
    });
    expect(run.try(force('m'))).toBe('force.unmapped');
    run.end('a', { type: 'success', list: 2 });
    run.end('m[0]', 'failed');
    run.send({ type: 'tasksForced', by: 'ann', tasks: [{ task: 'm', index: 0 }] });
    expect(run.line).toBe('a:success m[0]:scheduled m[1]:scheduled');
    expect(run.try(force('m'))).toBe('force.scheduled');
  });

  test('waits for the end of a pause', () => {
    const run = start(chain);
    run.send({ type: 'runPaused', by: 'ann' });
    run.send(force('b'));
    expect(run.did).toEqual([]);
    run.send({ type: 'runResumed', by: 'ann' });
    expect(run.did).toEqual(['requestAdmission a', 'requestAdmission b']);
  });

  test('of what is at work, disabled or not there is refused', () => {
    const run = start({ tasks: { a: {}, b: { disabled: true }, c: {} }, edges: ['a > b', 'a > c'] });
    expect(run.try(force('a'))).toBe('force.scheduled');
    run.begin('a');
    expect(run.try(force('a'))).toBe('force.running');
    expect(run.try(force('b'))).toBe('force.disabled');
    expect(run.try(force('x'))).toBe('task.unknown');
    expect(run.try(force())).toBe('act.nothing');
    run.send(cancel);
    expect(run.try(force('c'))).toBe('run.ending');
    expect(new RunProbe(workflowOf(chain)).try(force('a'))).toBe('run.status');
  });
});

describe('mark', () => {
  const mark = (task: string, status: 'success' | 'failed' | 'skipped', more: object = {}) =>
    ({ type: 'taskMarked', by: 'ann', task, status, ...more }) as const;

  test('sets a status and clears what failed below, which then runs', () => {
    const run = start(chain);
    run.end('a', 'failed');
    expect(run.line).toBe('a:failed b:upstream_failed c:upstream_failed');
    run.send(mark('a', 'success'));
    expect(run.line).toBe('a:success b:scheduled c:none');
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({ reason: 'marked', attempt: 1 });
  });

  test('that clears nothing decides the run anew at once', () => {
    const run = start({ tasks: 'a' });
    run.end('a', 'failed');
    run.send(mark('a', 'success'));
    expect(run.run).toBe('success');
    expect(run.did).toEqual(['runFinished success']);
    run.send(mark('a', 'skipped'));
    expect(run.did).toEqual([]);
  });

  test('that changes nothing is refused', () => {
    const run = start({ tasks: 'a' });
    run.end('a');
    expect(run.try(mark('a', 'success'))).toBe('mark.nothing');
  });

  test('failed downstream spares teardowns, and clears what was just marked', () => {
    const run = start({
      tasks: { s: { role: { setup: true } }, a: {}, b: {}, t: { role: { teardown: { of: ['s'] } } } },
      edges: ['s > a', 'a > b', 'b > t'],
    });
    for (const task of ['s', 'a', 'b', 't']) run.end(task);
    run.send(mark('a', 'failed', { downstream: true }));
    expect(run.line).toBe('a:failed b:upstream_failed s:success t:success');
    expect(run.run).toBe('failed');
  });

  test('of a running task ends its work first', () => {
    const run = start({ tasks: 'a b', edges: ['a > b'] });
    run.begin('a');
    run.send(mark('a', 'success'));
    expect(run.did).toEqual(['stopAttempt a cancelled']);
    expect(run.line).toBe('a:running b:none');
    expect(run.try(mark('a', 'success'))).toBe('mark.nothing');
    run.end('a', 'failed');
    expect(run.line).toBe('a:success b:scheduled');
  });

  test('of a cancelled run keeps it cancelled as long as something of it is', () => {
    const run = start({ tasks: 'a b' });
    run.send(cancel);
    run.send(mark('a', 'success'));
    expect(run.run).toBe('cancelled (cancelled by ann)');
    run.send(mark('b', 'success'));
    expect(run.run).toBe('success');
  });
});
