import { describe, expect, test } from 'vitest';
import { workflowOf } from '#domain/run/testing/workflow-of.ts';
import { usualDurations } from '#domain/forecast/usual.ts';
import type { PretendOutcomes } from './outcome.ts';
import { replay, type StoredRun } from './replay.ts';
import { simulate } from './simulate.ts';

const line = workflowOf({ tasks: { a: {}, b: {}, c: {} }, edges: ['a > b', 'b > c'] });
const stored = (outcomes: PretendOutcomes, workflow = line): StoredRun => ({
  workflow,
  events: simulate(workflow, outcomes, { durations: { a: [1000, 2000], b: [3000], c: [500] }, logicalTime: 5 }).events,
});
const kinds = (of: ReturnType<typeof replay>) => Object.fromEntries(of.differences.map(({ task, kind }) => [task, kind]));

describe('replay', () => {
  test('on the same definition changes nothing', () => {
    const cases: PretendOutcomes[] = [{}, { b: ['failed'] }, { a: ['skipped'] }];
    for (const outcomes of cases) {
      const run = stored(outcomes);
      const again = replay(line, run);
      expect(again.run.events).toEqual(run.events.map((event) => ({ ...event, at: event.at + 5 })));
      expect(new Set(Object.values(kinds(again)))).toEqual(new Set(['same']));
      expect(again.then.makespanMs).toBe(again.run.makespanMs);
      expect(again.assumed).toEqual([]);
    }
  });

  test('shows what a change would have done: retries, rules, new and removed tasks', () => {
    const run = stored({ a: ['failed'] });
    const draft = workflowOf({
      tasks: {
        a: { retry: { max: 1, delaySec: 10 } },
        c: { triggerRule: 'all_done' },
        d: { triggerRule: 'one_failed' },
      },
      edges: ['a > c', 'a > d'],
    });
    const usual = usualDurations(3, [9000], [{ task: 'd', durationMs: 700, copies: 1 }]);
    const repeated = replay(draft, run, { usual });
    expect(kinds(repeated)).toEqual({ a: 'attempts', b: 'removed', c: 'runs', d: 'new' });
    expect(repeated.assumed.sort()).toEqual(['c', 'd']);
    expect(repeated.run.timeline.find(({ task }) => task === 'd')).toMatchObject({ startedAt: 12_005, endedAt: 12_705 });
    expect(repeated.then).toMatchObject({ run: 'failed', makespanMs: 1000 });

    const recovered = replay(draft, run, { usual, further: 'success' });
    expect(kinds(recovered)).toMatchObject({ a: 'status', d: 'new' });
    expect(recovered.run.run).toBe('success');

    const told = replay(draft, run, { usual, given: { outcomes: { c: ['failed'] } } });
    expect(told.run.tasks['c']).toBe('failed');
  });

  test('marks tasks whose config is another, and says that acts of people are left out', () => {
    const run = stored({});
    const draft = workflowOf({ tasks: { a: { config: { x: 1 } }, b: {}, c: {} }, edges: ['a > b', 'b > c'] });
    const again = replay(draft, { ...run, events: [...run.events, { type: 'runPaused', by: 'p', at: 9_000 }] });
    expect(again.differences.filter(({ changed }) => changed).map(({ task }) => task)).toEqual(['a']);
    expect(again.acts).toBe(1);
  });

  test('leaves out ends that were forced, and keeps recorded lengths of lists', () => {
    const mapped = workflowOf({ tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output.rows }}' }] } } } });
    const { events } = simulate(mapped, { a: [{ list: 3 }] });
    const told = events.map((event) =>
      event.type === 'attemptEnded' && event.task === 'a'
        ? { ...event, result: { type: 'success' as const, lists: { m: [3] } } }
        : event,
    );
    expect(Object.keys(replay(mapped, { workflow: mapped, events: told }).run.tasks)).toEqual(['a', 'm[0]', 'm[1]', 'm[2]']);
    const cancelled = stored({}).events.map((event) =>
      event.type === 'attemptEnded' && event.task === 'b'
        ? { ...event, result: { type: 'failed' as const, error: { code: 'cancelled', message: 'x' }, retry: 'policy' as const } }
        : event,
    );
    expect(replay(line, { workflow: line, events: cancelled })).toMatchObject({ run: { run: 'success' }, assumed: ['b'] });
  });
});
