import { expect, it } from 'vitest';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { upstreamWords } from './upstream-words.ts';

const summary = (task: string, status: TaskRunStatus, dueAt: number | null = null) =>
  ({ task, status, view: { attempt: 1, dueAt } }) as TaskSummary;

it('tells the time of what is not done, where it has one', () => {
  const forecast: Forecast = {
    lowAt: 0,
    midAt: 0,
    highAt: 0,
    tasks: new Map([
      ['a', { startAt: 0, endAt: 180_000 }],
      ['b', { startAt: 0, endAt: 10 }],
      ['c', { startAt: null, endAt: 0 }],
    ]),
    unknown: ['c'],
    person: [],
    late: ['b'],
    runs: 3,
  };
  const upstream = [summary('a', 'running'), summary('b', 'running'), summary('c', 'none'), summary('d', 'success')];
  expect(upstreamWords(upstream, forecast, 0, (id) => id.toUpperCase())).toEqual([
    'A is running, about 3 min left.',
    'B is running, for longer than usual.',
  ]);
  expect(upstreamWords(upstream, null, 0, (id) => id)).toEqual([]);
  expect(upstreamWords([summary('a', 'up_for_retry', 90_000)], null, 30_000, (id) => id)).toEqual([
    'a is up for retry, attempt 2 in 1:00.',
  ]);
});
