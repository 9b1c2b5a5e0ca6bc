import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { compileTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { tickOccurrence } from './tick-occurrence.ts';

/** The last occurrence that fell due at or before an instant (ms), or null when there was none: what `missed: latest` makes up. Throws `InvalidTrigger`. */
export function previousOccurrence(trigger: Trigger, atMs: number, seed: string): Occurrence | null {
  const compiled = compileTrigger(trigger, seed);
  const { ticks, interval, startMs, endMs, jitterMs } = compiled;
  if (ticks === null) return null;
  if (!interval) {
    const tick = ticks.previous(Math.min(atMs - jitterMs, endMs));
    return tick >= startMs && tick !== -Infinity ? tickOccurrence(compiled, tick, tick) : null;
  }
  const end = ticks.previous(atMs - jitterMs);
  let start = end === -Infinity ? end : ticks.previous(end - 1);
  if (start > endMs) start = ticks.previous(endMs);
  return start >= startMs && start !== -Infinity ? tickOccurrence(compiled, start, ticks.next(start)) : null;
}
