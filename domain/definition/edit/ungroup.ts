import type { Workflow } from '../schema/workflow.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { remove } from './remove.ts';
import type { EditResult } from './refused.ts';

/** Takes a group away and leaves what lies in it, in the group around. */
export function ungroup(workflow: Workflow, { id }: { id: string }): EditResult {
  const group = (workflow.groups ?? []).find((one) => one.id === id);
  if (group === undefined) return missingThing('group', id);
  const { parent } = group;
  const opened: Workflow = {
    ...workflow,
    tasks: workflow.tasks.map((task) => (task.group === id ? mergeFields(task, { group: parent }) : task)),
    groups: (workflow.groups ?? []).map((one) => (one.parent === id ? mergeFields(one, { parent }) : one)),
  };
  return remove(opened, { ids: [id] });
}
