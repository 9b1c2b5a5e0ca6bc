import { nextOccurrence } from '#domain/trigger/next-occurrence.ts';
import { triggerSeed } from '#domain/trigger/trigger-seed.ts';
import type { ActiveRun } from './active-run.ts';

/**
 * Whether a run is the newest of its trigger at an instant: until the interval after its own is over (semantics.md,
 * Deciding: `end(previous) < now ≤ end(next)`; the first half always holds, since nothing starts before it is due). A run
 * that no schedule started always is.
 */
export function isLatest({ facts, compiled }: ActiveRun, nowMs: number): boolean {
  if (facts.runType !== 'scheduled' && facts.runType !== 'backfill') return true;
  const trigger = compiled.workflow.triggers.find(({ id }) => id === facts.triggerId);
  if (!trigger) return true;
  const seed = triggerSeed(facts.workflowId, trigger.id);
  let next = nextOccurrence(trigger, facts.dataIntervalEnd, seed);
  // Its own occurrence falls due later than its interval ends where starts are spread.
  if (next && next.dataIntervalEnd <= facts.dataIntervalEnd) next = nextOccurrence(trigger, next.at, seed);
  return next === null || nowMs <= next.dataIntervalEnd;
}
