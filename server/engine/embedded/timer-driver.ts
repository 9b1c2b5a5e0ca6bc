import { Timers } from '../turn/timers.ts';

/** Longest single sleep: `setTimeout` overflows at 24.8 days, and a clock that jumped must be noticed within a minute. */
const longestSleepMs = 60_000;

/**
 * Sleeps until the nearest instant of a clock, with one timer, and not at all while nothing is set. A monotonic clock for
 * durations (retries, timeouts), the wall clock for instants (schedules, waiting until).
 */
export class TimerDriver {
  private readonly timers = new Timers();
  private sleep: NodeJS.Timeout | null = null;
  private armedFor = Infinity;

  constructor(private readonly now: () => number) {}

  /** `at` is in the clock's own ms. A timer of the same name is replaced. */
  set(key: string, at: number, fire: () => void): void {
    this.timers.set(key, at, fire);
    this.arm();
  }

  clear(key: string): void {
    this.timers.clear(key);
  }

  stop(): void {
    if (this.sleep) clearTimeout(this.sleep);
    this.sleep = null;
    this.armedFor = Infinity;
  }

  private arm(): void {
    const next = this.timers.nextAt();
    if (next === null || next >= this.armedFor) return;
    if (this.sleep) clearTimeout(this.sleep);
    this.armedFor = next;
    this.sleep = setTimeout(() => this.wake(), Math.min(longestSleepMs, Math.max(0, Math.ceil(next - this.now()))));
  }

  private wake(): void {
    this.stop();
    this.timers.fireDue(this.now());
    this.arm();
  }
}
