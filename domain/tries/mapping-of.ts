import type { Group, Task, Workflow } from '#domain/definition/schema/workflow.ts';

type Mapping = NonNullable<Task['map']>;

/** The mapping that a task runs under: its own, or that of the nearest mapped group around it; null when it runs once. */
export function mappingOf(workflow: Workflow, task: Task): { map: Mapping; group: Group | null } | null {
  if (task.map) return { map: task.map, group: null };
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const seen = new Set<string>();
  for (let id = task.group; id !== undefined && !seen.has(id); id = groups.get(id)?.parent) {
    seen.add(id);
    const group = groups.get(id);
    if (group?.map) return { map: group.map, group };
  }
  return null;
}
