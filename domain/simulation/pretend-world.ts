import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { AttemptResult, TaskRunRef } from '#domain/run/events.ts';
import { refText } from '#domain/run/ref.ts';
import { attemptResult } from './attempt-result.ts';
import { chance } from './chance.ts';
import type { PretendOutcomes } from './outcome.ts';
import type { PretendWorld } from './pretend-host.ts';

/** How long an attempt takes that nobody said anything about. */
const defaultDurationMs = 1;
const failedByChance: AttemptResult = {
  type: 'failed',
  error: { code: 'pretended', message: 'failed by chance' },
  retry: 'policy',
};

/**
 * Failures by chance: how likely an attempt fails (0 to 1), for all tasks or by task (`*`: every task that is not named); the
 * same seed fails the same attempts.
 */
export interface PretendFailures {
  seed: string;
  probability: number | Record<string, number>;
}

/** What stands where the lists say nothing. */
export interface PretendDefaults {
  /** Of an attempt that no outcome is given for and that does not fail by chance: the ports a branch would open. */
  outcomes?: PretendOutcomes;
  /** ms; missing: 1 ms. */
  duration?: (ref: TaskRunRef, nth: number) => number | undefined;
  /** How many copies a mapped task or group has whose list nobody gave; missing: 1. */
  copies?: Record<string, number>;
}

/**
 * A world made of lists: the n-th attempt since it began answers the n-th outcome and takes the n-th duration (ms); the last
 * repeats, and a task without a list goes well or fails by chance. A copy takes its own list (`task[0]`), else that of its
 * task. The first run of a workflow lets every task start.
 */
export function pretendWorld(
  workflow: Workflow,
  outcomes: PretendOutcomes,
  durations: Record<string, number[]> = {},
  failures?: PretendFailures,
  defaults: PretendDefaults = {},
): PretendWorld {
  const made = new Map<string, number>();
  const pick = <T>(lists: Record<string, T[]>, ref: TaskRunRef, nth: number): T | undefined => {
    const key = [refText(ref), ref.task].find((name) => Object.hasOwn(lists, name));
    const list = key === undefined ? undefined : lists[key];
    return list?.[Math.min(nth, list.length - 1)];
  };
  return {
    perform(ref) {
      const nth = made.get(refText(ref)) ?? 0;
      made.set(refText(ref), nth + 1);
      const told = pick(outcomes, ref, nth);
      const chance = told === undefined && failures !== undefined && fails(failures, ref, nth);
      const outcome = told ?? (chance ? failedByChance : (pick(defaults.outcomes ?? {}, ref, nth) ?? 'success'));
      return {
        result: attemptResult(workflow, ref.task, outcome),
        durationMs: pick(durations, ref, nth) ?? defaults.duration?.(ref, nth) ?? defaultDurationMs,
      };
    },
    copies: (scope) =>
      defaults.copies !== undefined && Object.hasOwn(defaults.copies, scope) ? defaults.copies[scope] : undefined,
    pastSatisfied: () => true,
  };
}

function fails({ seed, probability }: PretendFailures, ref: TaskRunRef, nth: number): boolean {
  const of = (name: string): number | undefined =>
    typeof probability === 'number' ? probability : Object.hasOwn(probability, name) ? probability[name] : undefined;
  return chance(`${seed}#${refText(ref)}#${nth}`) < (of(ref.task) ?? of('*') ?? 0);
}
