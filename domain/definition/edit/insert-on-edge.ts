import type { Edge, Task, Workflow } from '../schema/workflow.ts';
import { addTask } from './add-task.ts';
import { edgeIs } from './edge-is.ts';
import type { EdgeKey } from './edit.ts';
import { missingThing } from './missing-thing.ts';
import { isRefused, type EditResult } from './refused.ts';

/** Splices a new task into an edge: from → task through the edge's own port, task → to through `port` (default `out`). */
export function insertOnEdge(
  workflow: Workflow,
  { edge, task, port = 'out', at }: { edge: EdgeKey; task: Task; port?: string | undefined; at?: [number, number] | undefined },
): EditResult {
  const index = workflow.edges.findIndex((other) => edgeIs(other, edge));
  const before = workflow.edges[index];
  if (before === undefined) return missingThing('edge', `${edge.from} → ${edge.to}`);
  const added = addTask(workflow, { task, at });
  if (isRefused(added)) return added;
  const edges: Edge[] = workflow.edges.slice();
  edges.splice(index, 1, { ...before, to: task.id }, { from: task.id, port, to: before.to });
  return { ...added, edges };
}
