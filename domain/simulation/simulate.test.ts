import { describe, expect, test } from 'vitest';
import { compilePlan } from '#domain/run/plan.ts';
import { fold } from '#domain/run/fold.ts';
import { runView } from '#domain/run/read.ts';
import { workflowOf } from '#domain/run/testing/workflow-of.ts';
import { recordedOutcomes } from './recorded-outcomes.ts';
import { simulate } from './simulate.ts';

const line = workflowOf({ tasks: { a: { retry: { max: 2, delaySec: 60 } }, b: {} }, edges: ['a > b'] });

describe('simulate', () => {
  test('gives statuses, attempts and the run; a missing outcome is success', () => {
    expect(simulate(line, {})).toMatchObject({ run: 'success', tasks: { a: 'success', b: 'success' }, attempts: { a: 1, b: 1 } });
  });

  test('gives each attempt its outcome; the last repeats', () => {
    expect(simulate(line, { a: ['failed', 'success'] })).toMatchObject({ run: 'success', attempts: { a: 2, b: 1 } });
    expect(simulate(line, { a: ['failed'] })).toMatchObject({
      run: 'failed',
      tasks: { a: 'failed', b: 'upstream_failed' },
      attempts: { a: 3, b: 0 },
    });
    expect(simulate(line, { a: ['failed_no_retry'] })).toMatchObject({ run: 'failed', attempts: { a: 1, b: 0 } });
    expect(simulate(line, { a: ['skipped'] })).toMatchObject({ run: 'success', tasks: { a: 'skipped', b: 'skipped' } });
  });

  test('lets virtual time pass: attempts, retries and the run have their times', () => {
    const { timeline, events } = simulate(
      line,
      { a: ['failed', 'success'] },
      { durations: { a: [500, 700], b: [20] }, at: 1000 },
    );
    expect(timeline).toEqual([
      { task: 'a', attempt: 1, startedAt: 1000, endedAt: 1500, result: 'up_for_retry' },
      { task: 'a', attempt: 2, startedAt: 61_500, endedAt: 62_200, result: 'success' },
      { task: 'b', attempt: 1, startedAt: 62_200, endedAt: 62_220, result: 'success' },
    ]);
    const plan = compilePlan(line);
    expect(runView(plan, fold(plan, events))).toMatchObject({ status: 'success', startedAt: 1000, endedAt: 62_220 });
  });

  test('follows a branch by ports or by children, and a condition', () => {
    const branch = workflowOf({ tasks: 'a b c', edges: ['a:yes > b', 'a:no > c'] });
    const skipped = { b: 'success', c: 'skipped' };
    expect(simulate(branch, { a: [{ ports: ['yes'] }] }).tasks).toMatchObject(skipped);
    expect(simulate(branch, { a: [{ branch: ['b'] }] }).tasks).toMatchObject(skipped);
    expect(simulate(branch, { a: [{ branch: [] }] }).tasks).toMatchObject({ b: 'skipped', c: 'skipped' });
    const gate = (directOnly: boolean) =>
      workflowOf({
        tasks: { a: { operator: 'short-circuit@1', config: { directOnly } }, b: {}, c: { triggerRule: 'all_done' } },
        edges: ['a > b', 'b > c'],
      });
    expect(simulate(gate(false), { a: [{ condition: false }] }).tasks).toMatchObject({ b: 'skipped', c: 'skipped' });
    expect(simulate(gate(true), { a: [{ condition: false }] }).tasks).toMatchObject({ b: 'skipped', c: 'success' });
    expect(simulate(gate(true), { a: [{ condition: true }] }).tasks).toMatchObject({ b: 'success', c: 'success' });
  });

  test('unfolds mapped tasks; a copy has its own outcomes or those of its task', () => {
    const mapped = workflowOf({ tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output.rows }}' }] } } } });
    expect(simulate(mapped, {}).tasks).toEqual({ a: 'success', 'm[0]': 'success' });
    expect(simulate(mapped, { a: [{ list: 3 }], m: ['skipped'], 'm[1]': ['failed'] }).tasks).toEqual({
      a: 'success',
      'm[0]': 'skipped',
      'm[1]': 'failed',
      'm[2]': 'skipped',
    });
    const params = workflowOf({ tasks: { m: { map: { over: [{ into: 'x', items: '{{ params.list }}' }] } } } });
    expect(Object.keys(simulate(params, {}, { lists: { m: [2] } }).tasks)).toEqual(['m[0]', 'm[1]']);
  });

  test('keeps timeouts: of the attempt and of the run', () => {
    const slow = workflowOf({
      tasks: { a: { timeoutSec: 10, retry: { max: 1, delaySec: 1 } } },
      settings: { runTimeoutSec: 15 },
    });
    expect(simulate(slow, {}, { durations: { a: [60_000, 1000] } })).toMatchObject({ run: 'success', attempts: { a: 2 } });
    expect(simulate(slow, {}, { durations: { a: [60_000] } })).toMatchObject({
      run: 'failed',
      reason: 'run timeout',
      tasks: { a: 'failed' },
    });
  });

  test('keeps pools and limits when told to', () => {
    const busy = workflowOf({
      tasks: {
        a: { pool: { name: 'db' } },
        b: { pool: { name: 'db' }, priority: { weight: 9 } },
        m: { map: { over: [{ into: 'x', items: [1, 2, 3] }], maxParallel: 1 } },
      },
    });
    const durations = { a: [10], b: [10], m: [10] };
    const ends = (pools?: Record<string, number>) =>
      simulate(busy, {}, { durations, ...(pools === undefined ? {} : { pools }) })
        .timeline.map(({ task, index, endedAt }) => `${task}${index ?? ''} ${endedAt}`)
        .sort();
    expect(ends()).toEqual(['a 10', 'b 10', 'm0 10', 'm1 10', 'm2 10']);
    expect(ends({ db: 1 })).toEqual(['a 20', 'b 10', 'm0 10', 'm1 20', 'm2 30']);
  });

  test('fails by chance the same way for the same seed', () => {
    const many = workflowOf({ tasks: Array.from({ length: 200 }, (_, at) => `t${at}`).join(' ') });
    const once = simulate(many, {}, { failures: { seed: 's', probability: 0.25 } }).tasks;
    const failed = Object.values(once).filter((status) => status === 'failed').length;
    expect(failed).toBeGreaterThan(25);
    expect(failed).toBeLessThan(75);
    expect(simulate(many, {}, { failures: { seed: 's', probability: 0.25 } }).tasks).toEqual(once);
    expect(simulate(many, {}, { failures: { seed: 's', probability: { t3: 1 } } }).tasks).toMatchObject({
      t3: 'failed',
      t4: 'success',
    });
  });

  test('replays the outcomes of a stored run on another version of its workflow', () => {
    const stored = simulate(line, { a: ['failed', 'success'], b: ['failed'] }, { durations: { a: [100, 200], b: [300] } });
    const { outcomes, durations } = recordedOutcomes(stored.events);
    expect(durations).toEqual({ a: [100, 200], b: [300] });
    expect(simulate(line, outcomes, { durations }).timeline).toEqual(stored.timeline);
    const draft = workflowOf({ tasks: { a: {}, b: {}, c: { triggerRule: 'one_failed' } }, edges: ['a > b', 'a > c'] });
    expect(simulate(draft, outcomes, { durations }).tasks).toEqual({ a: 'failed', b: 'upstream_failed', c: 'success' });
  });
});
