import type { Workflow } from '../schema/workflow.ts';

/** Groups around a group, itself first, outermost last. Ends at a circle. */
export function groupPath(workflow: Pick<Workflow, 'groups'>, id: string | undefined): string[] {
  const parents = new Map((workflow.groups ?? []).map((group) => [group.id, group.parent]));
  const path: string[] = [];
  for (let at = id; at !== undefined && parents.has(at) && !path.includes(at); at = parents.get(at)) path.push(at);
  return path;
}
