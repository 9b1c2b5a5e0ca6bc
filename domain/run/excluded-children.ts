import { reachable } from '#domain/graph/reachable.ts';
import type { Plan } from './plan-shape.ts';
import type { Decision } from './row.ts';

const none: readonly number[] = [];

/**
 * Direct children that a decision excludes. A branch: those neither followed nor descendants of a followed one (a port
 * without an edge follows nothing). A short circuit: all but teardowns.
 */
export function excludedChildren(plan: Plan, task: number, decision: Decision): readonly number[] {
  const { offsets, targets } = plan.graph.down;
  const children = targets.subarray(offsets[task]!, offsets[task + 1]!);
  if (children.length === 0) return none;
  if ('shortCircuit' in decision) return [...children].filter((child) => !plan.tasks[child]!.teardown);
  const followed = new Set<number>();
  for (const port of decision.ports) for (const node of plan.tasks[task]!.ports.get(port) ?? none) followed.add(node);
  const left = [...children].filter((child) => !followed.has(child));
  if (left.length === 0 || followed.size === 0) return left;
  // Numbers grow along edges, so nothing beyond the last child is worth walking.
  const last = left[left.length - 1]!;
  const below = reachable(plan.graph.down, followed, (node) => node <= last);
  return left.filter((child) => below[child] === 0);
}
