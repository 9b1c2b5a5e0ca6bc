import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { TaskRunRef } from '#domain/run/events.ts';
import { hashText } from '#domain/run/hash-text.ts';
import { refText } from '#domain/run/ref.ts';
import { attemptResult } from './attempt-result.ts';
import type { PretendOutcomes } from './outcome.ts';
import type { PretendWorld } from './pretend-host.ts';

/** How long an attempt takes that nobody said anything about. */
const defaultDurationMs = 1;

/** Failures by chance: how likely an attempt fails (0 to 1), for all tasks or by task; the same seed fails the same attempts. */
export interface PretendFailures {
  seed: string;
  probability: number | Record<string, number>;
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
      const outcome = pick(outcomes, ref, nth) ?? (failures !== undefined && fails(failures, ref, nth) ? 'failed' : 'success');
      return {
        result: attemptResult(workflow, ref.task, outcome),
        durationMs: pick(durations, ref, nth) ?? defaultDurationMs,
      };
    },
    pastSatisfied: () => true,
  };
}

function fails({ seed, probability }: PretendFailures, ref: TaskRunRef, nth: number): boolean {
  const likely =
    typeof probability === 'number' ? probability : Object.hasOwn(probability, ref.task) ? probability[ref.task]! : 0;
  return hashText(`${seed}#${refText(ref)}#${nth}`) / 2 ** 32 < likely;
}
