import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimerDriver } from './timer-driver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('timer driver', () => {
  const day = 86_400_000;
  it('wakes at the nearest instant, in order, with one timer', () => {
    const fired: string[] = [];
    const driver = new TimerDriver(() => Date.now());
    const start = Date.now();
    for (const [key, ms] of [
      ['c', 300],
      ['a', 100],
      ['b', 200],
      ['a', 150],
    ] as const)
      driver.set(key, start + ms, () => fired.push(key));
    driver.clear('b');
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(149);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(fired).toEqual(['a', 'c']);
    expect(vi.getTimerCount()).toBe(0);
  });
  it('does not overflow: thirty days are thirty days', () => {
    let fired = 0;
    const driver = new TimerDriver(() => Date.now());
    driver.set('far', Date.now() + 30 * day, () => fired++);
    vi.advanceTimersByTime(30 * day - 1);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(1);
  });
  it('notices within a minute that the clock went forward', () => {
    let fired = 0;
    const driver = new TimerDriver(() => Date.now());
    driver.set('later', Date.now() + day, () => fired++);
    vi.setSystemTime(Date.now() + day);
    vi.advanceTimersByTime(60_000);
    expect(fired).toBe(1);
  });
  it('a stopped driver fires nothing, and nothing is left to wake it', () => {
    const driver = new TimerDriver(() => Date.now());
    driver.set('x', Date.now() + 10, () => expect.unreachable());
    driver.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(100);
  });
});
