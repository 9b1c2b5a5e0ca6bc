import type { Ticks } from './ticks.ts';

/** Ticks that stand in a list, in any order; the same instant twice is one tick. */
export function listedTicks(instants: readonly number[]): Ticks {
  const sorted = [...new Set(instants)].sort((a, b) => a - b);
  /** How many are ≤ ms. */
  const upTo = (ms: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    next: (afterMs) => sorted[upTo(afterMs)] ?? Infinity,
    previous: (atMs) => sorted[upTo(atMs) - 1] ?? -Infinity,
  };
}
