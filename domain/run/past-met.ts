import type { Plan } from './plan-shape.ts';
import type { Row } from './row.ts';
import type { RunState } from './state.ts';

/**
 * Whether the previous run lets a task start: the task itself is success or skipped there and, with `waitForDownstream`, so
 * are its direct downstreams. `previous` is null for the first run, which always passes. A task that the previous run's
 * version did not have passes too. Of a mapped task every copy counts, removed ones aside.
 * @param plan of the run that asks; `previousPlan` that of the previous run
 */
export function pastMet(plan: Plan, task: string, previousPlan: Plan, previous: RunState | null): boolean {
  if (previous === null) return true;
  const node = plan.indexOf.get(task);
  if (node === undefined) return true;
  const { offsets, targets } = plan.graph.down;
  const asked = [node];
  if (plan.tasks[node]!.waitForDownstream) asked.push(...targets.subarray(offsets[node]!, offsets[node + 1]!));
  return asked.every((asking) => {
    const there = previousPlan.indexOf.get(plan.tasks[asking]!.id);
    return there === undefined || isDone(previous.rows.get(there));
  });
}

function isDone({ status, copies }: Row): boolean {
  if (copies === null) return status === 'success' || status === 'skipped';
  const { success, skipped, removed } = copies.sums;
  return success + skipped + removed === copies.rows.size;
}
