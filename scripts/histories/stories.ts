import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { RunProbe } from '#domain/run/testing/run-probe.ts';
import { workflowOf } from '#domain/run/testing/workflow-of.ts';

/** A run that is told once and replayed for ever. */
export interface Story {
  workflow: Workflow;
  events: RunEvent[];
}

const story = (workflow: Workflow, tell: (run: RunProbe) => void): Story => {
  const run = new RunProbe(workflow).start();
  tell(run);
  return { workflow, events: run.events };
};
const cleanedUp = workflowOf({
  tasks: {
    open: { role: { setup: true } },
    load: { retry: { max: 1, delaySec: 30, multiplier: 2 } },
    check: {},
    close: { role: { teardown: { of: ['open'] } } },
  },
  edges: ['open > load', 'load > check', 'check > close'],
});

/** One of each kind of thing that can happen; add to them, never change one. */
export const stories: Readonly<Record<string, () => Story>> = {
  'retry-with-backoff': () =>
    story(cleanedUp, (run) => {
      run.end('open');
      run.end('load', 'failed');
      run.send({ type: 'retryDue', task: 'load', attempt: 1, at: run.at + 3_600_000 });
      run.end('load');
      run.end('check', 'failed');
      run.end('close');
    }),
  'cancelled-with-teardown': () =>
    story(cleanedUp, (run) => {
      run.end('open');
      run.begin('load');
      run.send({ type: 'runCancelled', by: 'ann' });
      run.end('load', 'failed');
      run.end('close');
    }),
  'branch-cleared-and-marked': () =>
    story(
      workflowOf({ tasks: 'pick wet dry tell', edges: ['pick:wet > wet', 'pick:dry > dry', 'wet > tell', 'dry > tell'] }),
      (run) => {
        run.end('pick', { type: 'success', ports: ['wet'] });
        run.end('wet');
        run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'dry' }] });
        run.send({ type: 'taskMarked', by: 'ann', task: 'dry', status: 'success' });
        run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'pick' }], downstream: true });
        run.end('pick', { type: 'success', shortCircuit: 'descendants' });
      },
    ),
  'mapped-shrinks': () =>
    story(
      workflowOf({
        tasks: {
          cities: {},
          fetch: { map: { over: [{ into: 'city', items: '{{ tasks.cities.output }}' }] } },
          all: { triggerRule: 'none_failed' },
        },
        edges: ['fetch > all'],
      }),
      (run) => {
        run.end('cities', { type: 'success', list: 3 });
        for (const copy of ['fetch[2]', 'fetch[0]', 'fetch[1]', 'all'])
          run.end(copy, copy === 'fetch[1]' ? 'skipped' : 'success');
        run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'cities' }], downstream: true });
        run.end('cities', { type: 'success', list: 2 });
        for (const copy of ['fetch[0]', 'fetch[1]', 'all']) run.end(copy);
      },
    ),
  'sensor-lost-and-timed-out': () =>
    story(workflowOf({ tasks: { wait: { timeoutSec: 100, retry: { max: 2 } }, next: {} }, edges: ['wait > next'] }), (run) => {
      run.begin('wait');
      run.send({ type: 'attemptParked', task: 'wait', attempt: 1, as: 'up_for_reschedule', untilMs: 31_000 });
      run.send({ type: 'attemptWoken', task: 'wait', attempt: 1, at: 31_000 });
      run.end('wait', { type: 'failed', error: { code: 'lost', message: 'lost' }, retry: 'policy', infra: true });
      run.begin('wait');
      run.send({ type: 'attemptTimedOut', task: 'wait', attempt: 2, at: 101_000 });
      run.end('wait', { type: 'failed', error: { code: 'timeout', message: 'timeout after 100 s' }, retry: 'policy' });
    }),
  'failed-fast-while-paused': () =>
    story(workflowOf({ tasks: 'a b c', edges: ['a > c', 'b > c'], settings: { failFast: true } }), (run) => {
      run.begin('a');
      run.begin('b');
      run.send({ type: 'runPaused', by: 'ann' });
      run.end('a', 'failed');
      run.end('b', 'failed');
    }),
  'past-and-run-timeout': () =>
    story(
      workflowOf({ tasks: { a: { past: { dependsOnPast: true } }, b: {} }, edges: ['a > b'], settings: { runTimeoutSec: 60 } }),
      (run) => {
        run.send({ type: 'pastSatisfied', task: 'a' });
        run.begin('a');
        run.send({ type: 'runTimedOut', at: 61_000 });
        run.end('a', 'failed');
      },
    ),
  'run-just-this': () =>
    story(
      workflowOf({
        tasks: { a: {}, b: { retry: { max: 1, delaySec: 0 } }, c: {}, d: { past: { dependsOnPast: true } } },
        edges: ['a > b', 'b > c'],
      }),
      (run) => {
        run.begin('a');
        run.send({ type: 'tasksForced', by: 'ann', tasks: [{ task: 'b' }, { task: 'd' }] });
        run.end('b', 'failed');
        run.end('d');
        run.end('a', 'failed');
        run.end('b');
        run.end('c');
        run.send({ type: 'tasksForced', by: 'ann', tasks: [{ task: 'a' }] });
        run.end('a');
      },
    ),
  'lost-to-stops-and-a-full-disk': () =>
    story(workflowOf({ tasks: 'a b', edges: ['a > b'] }), (run) => {
      const lose = (code: string) =>
        run.send({
          type: 'attemptEnded',
          task: 'a',
          attempt: run.attempt('a'),
          result: { type: 'failed', error: { code, message: code }, retry: 'policy', infra: true },
        });
      const due = (at: number) => run.send({ type: 'retryDue', task: 'a', attempt: run.attempt('a'), at });
      for (let stop = 0; stop < 4; stop++) {
        run.begin('a');
        lose('stopped');
      }
      run.send({ type: 'admitted', task: 'a', attempt: run.attempt('a'), token: 'token' });
      lose('disk');
      due(17_000);
      run.begin('a');
      lose('lost');
      run.begin('a');
      lose('lost');
      due(18_000);
      run.end('a');
      run.end('b');
    }),
  poisoned: () =>
    story(workflowOf({ tasks: 'a b', edges: ['a > b'] }), (run) => {
      for (let loss = 0; loss < 4; loss++)
        run.end('a', { type: 'failed', error: { code: 'lost', message: 'lost' }, retry: 'policy', infra: true });
    }),
};
