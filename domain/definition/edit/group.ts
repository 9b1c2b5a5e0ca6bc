import type { Group, Workflow } from '../schema/workflow.ts';
import { canvasIds } from './free-id.ts';
import { groupPath } from './group-path.ts';
import { moveToGroup } from './move-to-group.ts';
import { refuse, type EditResult } from './refused.ts';

/** Makes a group round tasks and groups; it lies in the innermost group that holds them all. Refuses none (`edit.empty`) and a taken id (`group.duplicate`). */
export function group(
  workflow: Workflow,
  { ids, group: fields }: { ids: readonly string[]; group: Partial<Group> & { id: string } },
): EditResult {
  if (canvasIds(workflow).has(fields.id)) return refuse('group.duplicate', `The id "${fields.id}" is taken. Choose another.`);
  const paths = [
    ...workflow.tasks.filter(({ id }) => ids.includes(id)).map((task) => groupPath(workflow, task.group)),
    ...(workflow.groups ?? []).filter(({ id }) => ids.includes(id)).map((one) => groupPath(workflow, one.parent)),
  ];
  const [first, ...others] = paths;
  if (first === undefined) return refuse('edit.empty', 'Select the tasks that belong together first.');
  const parent = fields.parent ?? first.find((id) => others.every((path) => path.includes(id)));
  const made: Group = { collapsed: false, ...fields, ...(parent === undefined ? {} : { parent }) };
  return moveToGroup({ ...workflow, groups: [...(workflow.groups ?? []), made] }, { ids, group: made.id });
}
