import { describe, expect, test } from 'vitest';
import { fold } from '#domain/run/fold.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { newRun } from '#domain/run/transition.ts';
import { workflowOf, type WorkflowSketch } from '#domain/run/testing/workflow-of.ts';
import type { PretendOutcomes } from '#domain/simulation/outcome.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import { forecastRun } from './forecast-run.ts';
import { noHistory, usualDurations, type UsualDurations } from './usual.ts';

/** Ten runs in which each task took about so long, ms; the quarter runs 10 % to either side. */
const history = (tasks: Record<string, number>, copies: Record<string, number> = {}): UsualDurations =>
  usualDurations(
    10,
    [1],
    Object.entries(tasks).flatMap(([task, ms]) =>
      Array.from({ length: 10 }, (_, n) => ({ task, durationMs: ms * (0.8 + (0.4 * n) / 9), copies: copies[task] ?? 1 })),
    ),
  );
/** The forecast at an instant of a run that goes as told. */
function at(
  now: number,
  sketch: WorkflowSketch,
  usual: UsualDurations,
  told: { durations: Record<string, number[]>; outcomes?: PretendOutcomes; most?: number },
) {
  const workflow = workflowOf(sketch);
  const plan = compilePlan(workflow);
  const { events } = simulate(workflow, told.outcomes ?? {}, { durations: told.durations });
  return forecastRun(
    plan,
    fold(
      plan,
      events.filter((event) => event.at <= now),
    ),
    usual,
    now,
    told.most ?? 16,
  );
}
const line: WorkflowSketch = { tasks: 'a b c', edges: ['a > b', 'b > c'] };

describe('forecastRun', () => {
  test('adds what is left of what works to what follows', () => {
    const usual = history({ a: 1000, b: 2000, c: 3000 });
    const forecast = at(1500, line, usual, { durations: { a: [1000], b: [2000], c: [3000] } });
    expect(forecast?.midAt).toBe(6000);
    expect(forecast!.lowAt).toBeLessThan(6000);
    expect(forecast!.highAt).toBeGreaterThan(6000);
    expect(forecast?.tasks.get('b')).toEqual({ startAt: 1000, endAt: 3000 });
    expect(forecast?.tasks.get('c')).toEqual({ startAt: 3000, endAt: 6000 });
    expect(forecast).toMatchObject({ unknown: [], person: [], late: [], runs: 10 });
  });

  test('is honest without a history, and names tasks that are new', () => {
    const bare = at(1500, line, noHistory, { durations: { a: [1000], b: [2000], c: [1] } });
    expect(bare).toMatchObject({ runs: 0, unknown: ['b', 'c'], midAt: 1500 });
    const fresh = at(1500, line, history({ a: 1000, b: 2000 }), { durations: { a: [1000], b: [2000], c: [1] } });
    expect(fresh).toMatchObject({ unknown: ['c'], midAt: 3000 });
  });

  test('says when a task is over its time, and then expects it any moment', () => {
    const usual = history({ a: 1000, b: 500, c: 0 });
    const forecast = at(5000, line, usual, { durations: { a: [60_000] } });
    expect(forecast).toMatchObject({ late: ['a'], midAt: 5500 });
  });

  test('counts the delay of a retry, and an end that is known as it is', () => {
    const sketch: WorkflowSketch = { tasks: { a: { retry: { max: 1, delaySec: 10 } }, b: {} }, edges: ['a > b'] };
    const usual = history({ a: 1000, b: 1000 });
    const forecast = at(2000, sketch, usual, { durations: { a: [500] }, outcomes: { a: ['failed', 'success'] } });
    expect(forecast?.midAt).toBe(10_500 + 1000 + 1000);
    const over = at(99_000, sketch, usual, { durations: { a: [500], b: [700] }, outcomes: { a: ['failed', 'success'] } });
    expect(over?.midAt).toBe(11_700);
    expect(over?.tasks.get('a')).toEqual({ startAt: 10_500, endAt: 11_000 });
  });

  test('leaves out tasks that seldom run, and keeps to the tasks a run may have at a time', () => {
    const usual = { ...history({ a: 1000, b: 1000, c: 1000 }) };
    usual.tasks = { ...usual.tasks, c: { ...usual.tasks['c']!, runs: 2 } };
    expect(at(0, line, usual, { durations: { a: [9000] } })?.midAt).toBe(2000);
    const wide = history({ a: 1000, b: 1000, c: 1000, d: 1000 });
    expect(at(0, { tasks: 'a b c d' }, wide, { durations: { a: [9000] }, most: 2 })?.midAt).toBe(2000);
  });

  test('a mapped task takes as long as its copies after each other, as many at a time as may be', () => {
    const sketch: WorkflowSketch = {
      tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output }}' }], maxParallel: 2 } } },
    };
    const usual = history({ a: 1000, m: 100 }, { m: 6 });
    expect(at(0, sketch, usual, { durations: { a: [9000] } })?.midAt).toBe(1300);
  });

  test('has nothing to say of a run that has not begun', () => {
    const plan = compilePlan(workflowOf(line));
    expect(forecastRun(plan, newRun(plan), history({ a: 1 }), 5, 16)).toBeNull();
  });
});
