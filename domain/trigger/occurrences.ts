import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { compileTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { walkOccurrences } from './walk-occurrences.ts';

/** What to list: `fromMs` is included; then so many, or up to and with an instant. */
export type OccurrenceRange = { fromMs: number; count: number } | { fromMs: number; untilMs: number };

/**
 * The occurrences that fall due in a range, in order. Of `untilMs` never more than 100,000.
 * A continuous trigger has none: its next run begins when the last one ends. Throws `InvalidTrigger`.
 */
export function occurrences(trigger: Trigger, range: OccurrenceRange, seed: string): Occurrence[] {
  const count = 'count' in range ? range.count : 100_000;
  const untilMs = 'untilMs' in range ? range.untilMs : Infinity;
  const found: Occurrence[] = [];
  if (count < 1) return found;
  for (const occurrence of walkOccurrences(compileTrigger(trigger, seed), range.fromMs - 1)) {
    if (occurrence.at > untilMs) break;
    found.push(occurrence);
    if (found.length >= count) break;
  }
  return found;
}
