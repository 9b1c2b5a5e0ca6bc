/** Where a host gets its time from; handed in, so that tests and the inline host have their own. */
export interface Clock {
  /** Wall clock, ms since the epoch; may jump. */
  now(): number;
  /** ms on a clock that never goes back; for durations. */
  monotonic(): number;
}

/** The machine's clocks. */
export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
