import type { CronWalk } from './cron-walk.ts';
import { nextTick, type DstPolicy } from './next-tick.ts';
import type { Ticks } from './ticks.ts';
import type { ZoneClock } from './zone-clock.ts';

/** Earliest instant a search goes back to, 1900: before it zones had their own seconds. */
const earliestMs = -2_208_988_800_000;

/** Ticks of one or several cron lines in a zone: their union, the same instant once. */
export function cronTicks(walks: readonly CronWalk[], zone: ZoneClock, dst: DstPolicy): Ticks {
  const next = (afterMs: number): number => {
    let first = Infinity;
    for (const walk of walks) first = Math.min(first, nextTick(walk, zone, dst, afterMs));
    return first;
  };
  return {
    next,
    previous(atMs) {
      // The walk only goes forward. Reach back in growing steps until a tick lies between, then halve: `next(x) ≤ atMs` holds up to the
      // last tick and no further.
      let step = 60_000;
      let low = atMs;
      do {
        low -= step;
        step *= 4;
        if (low < earliestMs) return -Infinity;
      } while (next(low) > atMs);
      let high = atMs;
      for (let found = next(low); ; found = next(low)) {
        // `found` is a tick; is there a later one? Most schedules answer at the first or second question.
        if (next(found) > atMs) return found;
        low = found;
        const middle = Math.floor((low + high) / 2000) * 1000;
        if (middle > low && next(middle) <= atMs) low = middle;
        else if (middle > low) high = middle;
      }
    },
  };
}
