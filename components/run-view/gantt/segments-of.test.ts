import { expect, it } from 'vitest';
import type { StatusSpan } from '../store/status-span.ts';
import { segmentsOf } from './segments-of.ts';

const spans = (...list: [StatusSpan['status'], number][]): StatusSpan[] =>
  list.map(([status, at], i) => ({ status, at, seq: i, attempt: 1, reason: null }));
const words = (list: StatusSpan[], now = 100, due: number | null = null) =>
  segmentsOf(list, now, due).map((s) => `${s.kind} ${s.from}-${s.to}`);

it('a task that failed, waited and succeeded', () => {
  expect(
    words(
      spans(
        ['scheduled', 0],
        ['queued', 2],
        ['running', 5],
        ['up_for_retry', 9],
        ['queued', 20],
        ['running', 21],
        ['success', 30],
      ),
    ),
  ).toEqual(['queue 0-2', 'queue 2-5', 'failed 5-9', 'delay 9-20', 'queue 20-21', 'success 21-30']);
});
it('work that goes on reaches to now, a delay to its end', () => {
  expect(words(spans(['running', 5]), 50)).toEqual(['running 5-50']);
  expect(words(spans(['running', 5], ['up_for_retry', 9]), 50, 80)).toEqual(['failed 5-9', 'delay 9-80']);
});
it('what never worked is a mark', () => {
  expect(words(spans(['skipped', 7]))).toEqual(['mark 7-7']);
  expect(words(spans(['none', 0], ['upstream_failed', 7]))).toEqual(['mark 7-7']);
});
it('a task that worked and skipped itself did not fail', () => {
  expect(words(spans(['running', 5], ['skipped', 7]))).toEqual(['skipped 5-7']);
});
it('what waits for a person has the colour of that', () =>
  expect(words(spans(['running', 0], ['awaiting_input', 1]))).toEqual(['asked 0-1', 'asked 1-100']));
it('a sensor between pokes is deferred', () =>
  expect(words(spans(['running', 0], ['deferred', 1], ['running', 9], ['success', 10]))[1]).toBe('deferred 1-9'));
it('a cleared task keeps what it was', () =>
  expect(words(spans(['running', 0], ['failed', 4], ['none', 9]))).toEqual(['failed 0-4']));
