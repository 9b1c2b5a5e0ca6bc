import type { CompiledTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { wallText } from './wall-text.ts';

type Mark = Pick<Occurrence, 'mark' | 'wall' | 'shiftMs'>;
const none: Mark = {};

/** What a change of the clock did to a tick of a cron trigger; nothing for most. */
export function markOccurrence(compiled: CompiledTrigger, tick: number): Mark {
  if (compiled.cron === null || compiled.ticks === null) return none;
  const { walks, zone, dst } = compiled.cron;
  const { from, until, offset, offsetBefore, offsetAfter } = zone.segment(tick);
  const wall = tick + offset;
  const gap = offset - offsetBefore;
  if (gap > 0 && tick < from + gap && !walks.some((walk) => walk.nextWall(wall) === wall)) {
    // No line names this wall time, so it stands for one that does not exist.
    const missing =
      dst.gap === 'start' ? Math.min(...walks.map((walk) => walk.nextWall(from + offsetBefore))) : tick + offsetBefore;
    return { mark: 'shifted', wall: wallText(missing), shiftMs: wall - missing };
  }
  const also = (other: number): boolean => compiled.ticks?.next(other - 1) === other;
  if (gap < 0 && tick < from - gap) return { mark: also(tick + gap) ? 'doubled' : 'second', wall: wallText(wall) };
  if (offsetAfter !== undefined && offsetAfter < offset && tick >= until - (offset - offsetAfter))
    return { mark: also(tick + offset - offsetAfter) ? 'doubled' : 'first', wall: wallText(wall) };
  return none;
}
