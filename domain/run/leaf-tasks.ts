import { leafNodes } from './leaf-nodes.ts';
import type { Plan } from './plan-shape.ts';

/** Ids of the leaves of a workflow (`leafNodes`): the tasks that its result comes from. */
export function leafTasks({ graph, tasks }: Plan): string[] {
  const leaves = leafNodes(graph, tasks);
  return tasks.flatMap(({ id }, node) => (leaves[node] === 1 ? [id] : []));
}
