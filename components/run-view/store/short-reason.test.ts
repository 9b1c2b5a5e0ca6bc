import { expect, it } from 'vitest';
import type { TaskRunView } from '#domain/run/read.ts';
import { clockWords } from './clock-words.ts';
import { shortReason, type ReasonContext } from './short-reason.ts';
import { summarise } from './task-summary.ts';

const view = (more: Partial<TaskRunView>): TaskRunView => ({
  task: 'load',
  status: 'none',
  attempt: 0,
  startedAt: null,
  endedAt: null,
  dueAt: null,
  reason: null,
  ...more,
});
const context: ReasonContext = { now: 100_000, upstream: { done: 0, all: 2 }, waiting: 'pool db, 4 of 4 used', title: (t) => t };
const say = (...views: Partial<TaskRunView>[]) => shortReason(summarise('load', views.map(view)), context);

it.each([
  [{ status: 'success', attempt: 2, startedAt: 0, endedAt: 41_000 }, '41 s, attempt 2'],
  [{ status: 'failed', attempt: 1, startedAt: 0, endedAt: 3_200, reason: 'http 403' }, 'http 403 after 3.2 s'],
  [{ status: 'up_for_retry', attempt: 2, dueAt: 138_000 }, 'attempt 3 in 0:38'],
  [{ status: 'up_for_retry', attempt: 2, dueAt: 90_000 }, 'attempt 3 is due'],
  [{ status: 'queued', attempt: 1 }, 'pool db, 4 of 4 used'],
  [{ status: 'none' }, '0 of 2 upstream'],
  [{ status: 'skipped', reason: 'port stale not taken' }, 'port stale not taken'],
  [{ status: 'running', attempt: 1, startedAt: 88_400 }, '11 s'],
] satisfies [Partial<TaskRunView>, string][])('%o', (one, words) => expect(say(one)).toBe(words));

it('sums up copies', () => {
  const copy = (index: number, status: TaskRunView['status'], endedAt: number | null = null) => ({
    index,
    status,
    endedAt,
    startedAt: 0,
    attempt: 1,
  });
  expect(say(copy(0, 'success', 5), copy(1, 'running'), copy(2, 'running'), copy(3, 'none'))).toBe('1 of 4, 2 at a time');
  expect(say(copy(0, 'success', 5), copy(1, 'failed', 6))).toBe('1 of 2 failed');
  expect(say(copy(0, 'success', 5), copy(1, 'success', 6))).toBe('2 copies');
});
it('counts down to zero and no further', () => {
  expect(clockWords(38_000)).toBe('0:38');
  expect(clockWords(3_723_000)).toBe('1:02:03');
  expect(clockWords(-5)).toBe('0:00');
});
