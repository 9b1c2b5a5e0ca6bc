import { describe, expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { compilePlan, PlanError } from './plan.ts';
import { newRun, transition } from './transition.ts';
import { RunProbe, type ProbeEvent } from './testing/run-probe.ts';
import { workflowOf } from './testing/workflow-of.ts';

const ended = { type: 'attemptEnded', task: 'a', attempt: 1, result: { type: 'success' } } as const;

describe('an event that cannot have happened is refused with a code and changes nothing', () => {
  const cases: [string, ProbeEvent, string][] = [
    [
      'created twice',
      { type: 'runCreated', runType: 'manual', logicalTime: 0, dataIntervalStart: 0, dataIntervalEnd: 0, params: {}, machine: 1 },
      'run.created',
    ],
    ['admitted twice', { type: 'runAdmitted' }, 'run.status'],
    ['unknown task', { ...ended, task: 'nobody' }, 'task.unknown'],
    ['a copy of what is not mapped', { ...ended, index: 0 }, 'task-run.unknown'],
    ['an old attempt', { ...ended, attempt: 7 }, 'attempt.not-current'],
    ['ended before it started', ended, 'task-run.status'],
    ['started before it was admitted', { type: 'attemptStarted', task: 'a', attempt: 1 }, 'task-run.status'],
    ['parked before it started', { type: 'attemptParked', task: 'a', attempt: 1, as: 'deferred' }, 'task-run.status'],
    ['woken without being parked', { type: 'attemptWoken', task: 'a', attempt: 1 }, 'task-run.status'],
    ['due without waiting', { type: 'retryDue', task: 'a', attempt: 1 }, 'task-run.status'],
    ['timed out without a timeout', { type: 'attemptTimedOut', task: 'a', attempt: 1 }, 'attempt.no-timeout'],
    ['no timeout of the run', { type: 'runTimedOut' }, 'run.no-timeout'],
    ['resumed without a pause', { type: 'runResumed', by: 'ann' }, 'run.not-paused'],
    ['past nobody asked for', { type: 'pastSatisfied', task: 'a' }, 'past.not-asked'],
    ['an unknown event', { type: 'toString' } as unknown as ProbeEvent, 'event.unknown'],
  ];
  test.each(cases)('%s', (_, event, code) => {
    const run = new RunProbe(workflowOf({ tasks: 'a' })).start();
    const before = run.state;
    expect(run.try(event)).toBe(code);
    expect(run.state).toBe(before);
  });

  test('anything before runCreated', () => {
    const plan = compilePlan(workflowOf({ tasks: 'a' }));
    const next = transition(plan, newRun(plan), { type: 'runAdmitted', at: 0 } as RunEvent);
    expect(next).toEqual({ ok: false, refused: expect.stringMatching(/^run\.not-created: /) });
  });

  test('a run of a newer machine', () => {
    const plan = compilePlan(workflowOf({ tasks: 'a' }));
    const times = { logicalTime: 0, dataIntervalStart: 0, dataIntervalEnd: 0 };
    const event: RunEvent = { type: 'runCreated', at: 0, runType: 'manual', ...times, params: {}, machine: 999 };
    expect(transition(plan, newRun(plan), event)).toEqual({ ok: false, refused: expect.stringMatching(/^run\.machine: /) });
  });

  test('acts on a run that is being ended', () => {
    const run = new RunProbe(workflowOf({ tasks: 'a b', edges: ['a > b'] })).start();
    run.begin('a');
    run.send({ type: 'runCancelled', by: 'ann' });
    expect(run.try({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'b' }] })).toBe('run.ending');
    expect(run.try({ type: 'taskMarked', by: 'ann', task: 'b', status: 'success' })).toBe('run.ending');
  });
});

test('a plan is refused for a cycle, which is named, and for an id that stands twice', () => {
  const cyclic = workflowOf({ tasks: 'a b', edges: ['a > b', 'b > a'] });
  expect(() => compilePlan(cyclic)).toThrow(
    expect.objectContaining({ code: 'edge.cycle', message: expect.stringContaining('a → b → a') }),
  );
  const twice = workflowOf({ tasks: 'a' });
  expect(() => compilePlan({ ...twice, tasks: [...twice.tasks, ...twice.tasks] })).toThrow(PlanError);
});
