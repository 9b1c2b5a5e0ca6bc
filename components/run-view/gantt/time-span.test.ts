import { expect, it } from 'vitest';
import { timeSpan } from './time-span.ts';

const going = (now: number, expectedAt: number | null = null) => timeSpan({ startedAt: 0, endedAt: null, now, expectedAt }).to;

it('shows a run that has ended with a little room', () =>
  expect(timeSpan({ startedAt: 0, endedAt: 100_000, now: 1e9, expectedAt: null })).toEqual({ from: 0, to: 103_000 }));
it('stands still for a while when the run goes on, and never ends before it or its expected end', () => {
  const ends = new Set<number>();
  for (let now = 60_000; now < 120_000; now += 100) {
    expect(going(now)).toBeGreaterThanOrEqual(now * 1.12);
    expect(going(now, 130_000)).toBeGreaterThanOrEqual(130_000);
    ends.add(going(now));
  }
  // 600 moments, and a scale a tenth of the run apart.
  expect(ends.size).toBeLessThanOrEqual(12);
  expect(going(50)).toBeGreaterThanOrEqual(1_000);
});
