import { describe, expect, test } from 'vitest';
import { noHistory, usualDurations } from '#domain/forecast/usual.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { workflowOf } from '#domain/run/testing/workflow-of.ts';
import { ManyRuns } from './many-runs.ts';
import type { Scenario } from './scenario.ts';
import { prepareScenario } from './simulate-scenario.ts';
import { variedMs } from './varied-ms.ts';

const usual = usualDurations(
  4,
  [10_000],
  [1, 2, 3, 4].flatMap((n) => [
    { task: 'a', durationMs: n * 1000, copies: 1 },
    { task: 'm', durationMs: 100, copies: 3 },
  ]),
);
const run = (workflow: ReturnType<typeof workflowOf>, scenario: Scenario, history = noHistory) =>
  prepareScenario(workflow, scenario, history, compilePlan(workflow))(null);

describe('a scenario', () => {
  test('takes usual durations and numbers of copies from the history; a task that never ran takes a second', () => {
    const workflow = workflowOf({
      tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output }}' }] } }, n: {} },
      edges: ['a > m'],
    });
    const { timeline } = run(workflow, {}, usual);
    expect(timeline.filter(({ task }) => task === 'm')).toHaveLength(3);
    expect(timeline.find(({ task }) => task === 'a')).toMatchObject({ endedAt: 2500 });
    expect(timeline.find(({ task }) => task === 'n')).toMatchObject({ endedAt: 1000 });
    expect(run(workflow, { copies: { m: 2 }, durations: { a: [7] } }, usual).timeline).toHaveLength(4);
  });

  test('decides branches, short circuits and lists by params, their defaults and the logical time', () => {
    const workflow = workflowOf({
      params: { type: 'object', properties: { n: { type: 'number', default: 3 }, list: { type: 'array', default: [1, 2] } } },
      tasks: {
        a: { operator: 'branch@1', config: { cases: [{ port: 'big', when: 'params.n > 2.0' }], otherwise: 'small' } },
        b: {},
        c: {},
        gate: { operator: 'short-circuit@1', config: { when: 'ds > "2026-01-01"' } },
        d: {},
        m: { map: { over: [{ into: 'x', items: '{{ params.list }}' }] } },
      },
      edges: ['a:big > b', 'a:small > c', 'gate > d'],
    });
    expect(run(workflow, {}).tasks).toMatchObject({ b: 'success', c: 'skipped', d: 'skipped', 'm[1]': 'success' });
    const other = run(workflow, { params: { n: 1, list: [1] }, logicalTime: Date.UTC(2026, 5, 1) });
    expect(other.tasks).toMatchObject({ b: 'skipped', c: 'success', d: 'success', 'm[0]': 'success' });
    expect(other.tasks['m[1]']).toBeUndefined();
  });

  test('a condition over what is not known takes the first port with an edge', () => {
    const config = {
      cases: [
        { port: 'x', when: 'true && tasks.z.output > 1' },
        { port: 'y', when: 'true' },
      ],
    };
    const workflow = workflowOf({ tasks: { a: { operator: 'branch@1', config }, b: {} }, edges: ['a:y > b'] });
    expect(run(workflow, {}).tasks).toMatchObject({ b: 'success' });
  });

  test('says why nothing moves when a pool is too small', () => {
    const workflow = workflowOf({ tasks: { a: { pool: { name: 'db', slots: 3 } }, b: {} }, edges: ['a > b'] });
    const { run: status, stuck } = run(workflow, { pools: { db: 2, default: 128 } });
    expect(status).toBe('running');
    expect(stuck.find(({ task }) => task === 'a')?.reasons.join()).toMatch(/db has 2 slots/);
    expect(stuck.find(({ task }) => task === 'b')?.reasons.join()).toMatch(/all_success for a/);
  });
});

describe('many runs', () => {
  const workflow = workflowOf({ tasks: { a: {}, b: {}, c: {} }, edges: ['a > b'] });

  test('give odds and a distribution, the same for the same seed, also in parts', () => {
    const scenario: Scenario = { failures: { b: 0.3 }, seed: 's' };
    const whole = new ManyRuns(workflow, scenario, usual);
    whole.add(400);
    const parts = new ManyRuns(workflow, scenario, usual);
    for (let i = 0; i < 4; i++) parts.add(100);
    const result = whole.result();
    expect(parts.result()).toEqual(result);
    expect(result.ended.failed).toBe(result.tasks['b']?.failed);
    expect(result.ended.failed! / 400).toBeGreaterThan(0.22);
    expect(result.ended.failed! / 400).toBeLessThan(0.38);
    expect(result.bars.reduce((all, n) => all + n, 0)).toBe(400);
    const { min, p5, p50, p95, max } = result.makespan;
    expect([min, p5, p50, p95, max]).toEqual([min, p5, p50, p95, max].sort((a, b) => a - b));
    expect(max).toBeGreaterThan(min);
    expect(result.tasks['a']?.critical).toBe(400);
    expect(result.tasks['c']?.critical).toBe(0);
    const other = new ManyRuns(workflow, { ...scenario, seed: 't' }, usual);
    other.add(400);
    expect(other.result().bars).not.toEqual(result.bars);
  });

  test('vary durations as the history does', () => {
    const a = usual.tasks['a']!;
    expect(variedMs(a, 0.25)).toBe(a.lowMs);
    expect(variedMs(a, 0.5)).toBe(a.medianMs);
    expect(variedMs(a, 0.75)).toBe(a.highMs);
    expect(variedMs(a, 0)).toBeLessThan(a.lowMs);
    expect(variedMs(a, 1)).toBeGreaterThan(a.highMs);
  });
});
