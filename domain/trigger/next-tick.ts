import type { CronWalk } from './cron-walk.ts';
import type { ZoneClock } from './zone-clock.ts';

export interface DstPolicy {
  gap: 'shift' | 'start' | 'skip';
  overlap: 'first' | 'second' | 'both';
}

/** Longer than any change of a clock (Samoa left out a whole day). */
const nearMs = 48 * 3_600_000;

/**
 * The first instant > afterMs at which a cron line fires in a zone, or Infinity.
 * Wall times that do not exist or come twice go by `dst`; where the hour field covers all 24 hours the line goes by elapsed time
 * instead: what exists twice fires twice, what does not exist does not fire.
 */
export function nextTick(walk: CronWalk, zone: ZoneClock, dst: DstPolicy, afterMs: number): number {
  let t = Math.floor(afterMs / 1000) * 1000 + 1000;
  for (;;) {
    const { from, until, offset, offsetBefore, offsetAfter } = zone.segment(t);
    let wall = t + offset;
    // The clock went back at `from`: this is the second pass of the walls before from + offsetBefore.
    if (!walk.everyHour && dst.overlap === 'first' && wall < from + offsetBefore) wall = from + offsetBefore;
    const found = walk.nextWall(wall);
    let at = found - offset < until ? found - offset : Infinity;
    // The clock goes back at `until`: from here on this is only the first pass.
    if (!walk.everyHour && dst.overlap === 'second' && offsetAfter !== undefined && found >= until + offsetAfter) at = Infinity;
    if (!walk.everyHour && dst.gap !== 'skip' && t < from + offset - offsetBefore) {
      // The clock went forward at `from`: walls from + offsetBefore … from + offset do not exist.
      if (dst.gap === 'shift') {
        const missing = walk.nextWall(t + offsetBefore);
        if (missing < from + offset) at = Math.min(at, missing - offsetBefore);
      } else if (t <= from && walk.nextWall(from + offsetBefore) < from + offset) at = from;
    }
    if (at < until) return at;
    if (until - t <= nearMs) t = until;
    else if (found === Infinity) return Infinity;
    else t = Math.max(until, found - offset - nearMs);
    if (t > 8.64e15 - nearMs * 400) return Infinity;
  }
}
