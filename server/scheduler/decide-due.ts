import type { Trigger } from '#domain/definition/schema/workflow.ts';
import type { Occurrence } from '#domain/trigger/occurrence.ts';
import { occurrences } from '#domain/trigger/occurrences.ts';
import { previousOccurrence } from '#domain/trigger/previous-occurrence.ts';

/** Most occurrences of one trigger that one turn decides. */
const batch = 500;
/** An occurrence older than this when it is decided was missed: the engine was down, or the clock went forward. */
const missedAfterMs = 60_000;
/** With `missed: all`, so many of the newest are made up. */
const mostMadeUp = 1_000;

/** What becomes of one due occurrence: a run, or a recorded skip with its reason. */
export interface DueDecision {
  occurrence: Occurrence;
  skip: string | null;
  /** No later occurrence of the trigger is due. */
  latest: boolean;
}

export interface DueBatch {
  decisions: DueDecision[];
  /** Everything at or before this instant is decided with it. */
  decidedThrough: number;
  /** More are due than one turn should decide. */
  more: boolean;
}

/**
 * Decides what is due of a trigger at `now` and not decided yet, oldest first. `catchupThrough`: everything due up to then is
 * asked for by `catchup: all`, whatever `missed` says.
 */
export function decideDue(
  trigger: Trigger,
  seed: string,
  { decidedThrough, catchupThrough, now }: { decidedThrough: number; catchupThrough: number; now: number },
): DueBatch {
  const due = occurrences(trigger, { fromMs: decidedThrough + 1, count: batch + 1 }, seed).filter(({ at }) => at <= now);
  const more = due.length > batch;
  const list = due.slice(0, batch);
  const last = more ? previousOccurrence(trigger, now, seed) : due.at(-1);
  const madeUpFrom = more && trigger.missed === 'all' ? oldestMadeUp(trigger, seed, now) : -Infinity;
  const decisions = list.map((occurrence): DueDecision => {
    const latest = occurrence.at === last?.at;
    const missed = occurrence.at <= now - missedAfterMs && occurrence.at > catchupThrough;
    return { occurrence, latest, skip: missed ? skipReason(trigger, occurrence, latest, madeUpFrom) : null };
  });
  return { decisions, decidedThrough: list.at(-1)?.at ?? decidedThrough, more };
}

function skipReason(trigger: Trigger, occurrence: Occurrence, latest: boolean, madeUpFrom: number): string | null {
  switch (trigger.missed) {
    case 'skip':
      return 'missed: it fell due while nothing was running, and the trigger says to skip those';
    case 'latest':
      return latest ? null : 'missed: only the latest of those that were missed is made up';
    case 'all':
      return occurrence.at >= madeUpFrom ? null : `missed: only the newest ${mostMadeUp} are made up`;
  }
}

function oldestMadeUp(trigger: Trigger, seed: string, now: number): number {
  let at = now;
  for (let n = 0; n < mostMadeUp; n++) {
    const previous = previousOccurrence(trigger, at, seed);
    if (previous === null) return -Infinity;
    at = previous.at - 1;
  }
  return at + 1;
}
