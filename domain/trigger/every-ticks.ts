import type { Ticks } from './ticks.ts';

/** Ticks a fixed time apart, in phase with an anchor; they reach to both sides of it. */
export function everyTicks(everyMs: number, anchorMs: number): Ticks {
  // Counted, not added up: a thousand steps of 1.1 s have no drift.
  const tick = (n: number): number => anchorMs + Math.round(n * everyMs);
  return {
    next(afterMs) {
      let n = Math.floor((afterMs - anchorMs) / everyMs);
      while (tick(n) <= afterMs) n++;
      return tick(n);
    },
    previous(atMs) {
      let n = Math.ceil((atMs - anchorMs) / everyMs);
      while (tick(n) > atMs) n--;
      return tick(n);
    },
  };
}
