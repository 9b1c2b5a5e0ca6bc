import { expect, it } from 'vitest';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { upstreamWords } from './upstream-words.ts';

const summary = (task: string, status: TaskRunStatus) => ({ task, status }) as TaskSummary;

it('names what is not done, with its time where there is a history', () => {
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
    'C waits too.',
  ]);
  expect(upstreamWords(upstream, null, 0, (id) => id)).toEqual(['a is running.', 'b is running.', 'c waits too.']);
});
