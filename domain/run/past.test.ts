import { describe, expect, test } from 'vitest';
import { outstanding } from './outstanding.ts';
import { unmet } from './read.ts';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf } from './testing/workflow-of.ts';

const workflow = workflowOf({ tasks: { a: {}, b: { past: { dependsOnPast: true } } }, edges: ['a > b'] });

describe('a task that depends on its past', () => {
  test('asks once its rule is met, and starts when the answer comes', () => {
    const run = new RunProbe(workflow).start();
    expect(run.try({ type: 'pastSatisfied', task: 'b' })).toBe('past.not-asked');
    run.end('a');
    expect(run.did).toEqual(['releaseAdmission a', 'askPast b']);
    expect(run.run).toBe('running');
    expect(unmet(run.plan, run.state, 'b').map(({ code }) => code)).toEqual(['past.unmet']);
    run.send({ type: 'pastSatisfied', task: 'b' });
    expect(run.line).toBe('a:success b:scheduled');
    expect(run.try({ type: 'pastSatisfied', task: 'b' })).toBe('past.not-asked');
  });

  test('is upstream_failed without asking', () => {
    const run = new RunProbe(workflow).start();
    run.end('a', 'failed');
    expect(run.line).toBe('a:failed b:upstream_failed');
    expect(run.run).toBe('failed');
  });

  test('asks again after it was cleared', () => {
    const run = new RunProbe(workflow).start();
    run.end('a');
    run.send({ type: 'pastSatisfied', task: 'b' });
    run.end('b', 'failed');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'b' }] });
    expect(run.did).toEqual(['askPast b']);
  });

  test('holds no run back once it is finished otherwise: its question is forgotten', () => {
    const run = new RunProbe(workflow).start();
    run.end('a');
    run.send({ type: 'runCancelled', by: 'ann' });
    expect(run.run).toBe('cancelled (cancelled by ann)');
  });

  test('with copies: nobody waits for the answer once all of them are finished otherwise', () => {
    const run = new RunProbe(
      workflowOf({ tasks: { m: { map: { over: [{ into: 'x', items: [1, 2] }] }, past: { dependsOnPast: true } }, z: {} } }),
    ).start();
    run.send({ type: 'pastSatisfied', task: 'm' });
    run.end('m[0]');
    run.end('m[1]');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'm' }] });
    expect(outstanding(run.plan, run.state)).toContainEqual({ type: 'askPast', task: 'm' });
    run.send({ type: 'taskMarked', by: 'ann', task: 'm', status: 'success' });
    expect(outstanding(run.plan, run.state)).not.toContainEqual({ type: 'askPast', task: 'm' });
  });
});
