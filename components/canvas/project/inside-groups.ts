import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** Tasks inside each group, at any depth, by the group's id; ids of tasks in document order. */
export function insideGroups(workflow: Pick<Workflow, 'tasks' | 'groups'>): Map<string, string[]> {
  const parents = new Map((workflow.groups ?? []).map((group) => [group.id, group.parent]));
  const inside = new Map<string, string[]>([...parents.keys()].map((id) => [id, []]));
  if (parents.size === 0) return inside;
  for (const task of workflow.tasks) {
    const seen = new Set<string>();
    for (let at = task.group; at !== undefined && parents.has(at) && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      inside.get(at)?.push(task.id);
    }
  }
  return inside;
}
