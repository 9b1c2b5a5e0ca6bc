import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { compileTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrences, type OccurrenceRange } from './occurrences.ts';
import { wallText } from './wall-text.ts';

/** Of one gap no more are listed: `*` in the minutes would fill a page. */
const mostPerGap = 60;

/**
 * The occurrences of a range together with those that a change of the clock drops (`mark: 'skipped'`, `at` is the instant of the change),
 * in order: what a person sees before switching a trigger on. Skipped ones do not count. Throws `InvalidTrigger`.
 */
export function preview(trigger: Trigger, range: OccurrenceRange, seed: string): Occurrence[] {
  const found = occurrences(trigger, range, seed);
  const compiled = compileTrigger(trigger, seed);
  const { cron } = compiled;
  if (cron === null || cron.dst.gap !== 'skip') return found;
  const untilMs = 'untilMs' in range ? range.untilMs : (found.at(-1)?.at ?? range.fromMs);
  const skipped: Occurrence[] = [];
  for (const { at, offset, offsetBefore } of cron.zone.changes(range.fromMs, untilMs + 1)) {
    if (at < compiled.startMs || at > compiled.endMs) continue;
    const walls = new Set<number>();
    for (const walk of cron.walks) {
      if (walk.everyHour) continue;
      let wall = walk.nextWall(at + offsetBefore);
      for (; wall < at + offset && walls.size < mostPerGap; wall = walk.nextWall(wall + 1000)) walls.add(wall);
    }
    for (const wall of [...walls].sort((a, b) => a - b))
      skipped.push({ at, logicalTime: at, dataIntervalStart: at, dataIntervalEnd: at, mark: 'skipped', wall: wallText(wall) });
  }
  return [...found, ...skipped].sort((a, b) => a.at - b.at);
}
