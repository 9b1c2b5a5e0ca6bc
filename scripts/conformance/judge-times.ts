import { dueSlots, type TimesCase } from '#domain/trigger/testing/due-slots.ts';
import { judged, type Mismatch } from './judged.ts';

/** times, times-policies: when a schedule falls due. */
export function judgeTimes(given: TimesCase): Mismatch | null {
  return judged(given.id, given.slots, dueSlots(given));
}
