import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { compileTrigger } from './compile-trigger.ts';
import type { Occurrence } from './occurrence.ts';
import { walkOccurrences } from './walk-occurrences.ts';

/**
 * The first occurrence that falls due after an instant (ms), or null when none ever will.
 * A continuous trigger gives null: its next run begins when the last one ends. Throws `InvalidTrigger`.
 */
export function nextOccurrence(trigger: Trigger, afterMs: number, seed: string): Occurrence | null {
  const { value } = walkOccurrences(compileTrigger(trigger, seed), afterMs).next();
  return value ?? null;
}
