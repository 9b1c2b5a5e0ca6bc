import type { Graph } from '#domain/graph/graph.ts';
import type { PlannedTask } from './plan-shape.ts';

/**
 * 1 for each leaf (semantics.md, "Run status"): a task that is no teardown, or one with `failsRun`, and whose direct
 * downstreams are all teardowns without it; if there is none, the tasks without downstream.
 */
export function leafNodes({ down: { offsets, targets } }: Graph, tasks: readonly PlannedTask[]): Uint8Array {
  const below = (node: number) => targets.subarray(offsets[node]!, offsets[node + 1]!);
  const leaves = Uint8Array.from(tasks, (task, node) =>
    !task.ignorable && below(node).every((child) => tasks[child]!.ignorable) ? 1 : 0,
  );
  return leaves.includes(1) ? leaves : Uint8Array.from(tasks, (_, node) => (below(node).length === 0 ? 1 : 0));
}
