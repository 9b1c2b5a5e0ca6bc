import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** Ids of the tasks in a group and in the groups inside it, in the order of the workflow. */
export function tasksOfGroup({ tasks, groups = [] }: Pick<Workflow, 'tasks' | 'groups'>, id: string): string[] {
  const inside = new Set([id]);
  // A set is walked in the order of insertion and takes additions on the way.
  for (const group of inside) for (const { id: own, parent } of groups) if (parent === group) inside.add(own);
  return tasks.flatMap((task) => (task.group !== undefined && inside.has(task.group) ? [task.id] : []));
}
