import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** What stands on the drawing for a task: itself, or the outermost collapsed group that holds it. */
export function shownAs(workflow: Pick<Workflow, 'tasks' | 'groups'>): Map<string, string> {
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const result = new Map<string, string>();
  for (const task of workflow.tasks) {
    let shown = task.id;
    let at = task.group;
    for (let depth = 0; at !== undefined && depth < 64; depth++) {
      const group = groups.get(at);
      if (group === undefined) break;
      if (group.collapsed) shown = group.id;
      at = group.parent;
    }
    result.set(task.id, shown);
  }
  return result;
}
