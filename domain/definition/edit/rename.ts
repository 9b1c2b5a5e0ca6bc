import type { Workflow } from '../schema/workflow.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import { refuse, type EditResult } from './refused.ts';

/** Gives a task or group another name; the empty name takes it away, and the id is shown. Over 200 characters: `definition.bounds`. */
export function rename(workflow: Workflow, { id, name }: { id: string; name: string }): EditResult {
  const fields = { name: name.trim() === '' ? undefined : name };
  if (name.length > 200) return refuse('definition.bounds', 'A name has at most 200 characters. Make it shorter.');
  const at = workflow.tasks.findIndex((task) => task.id === id);
  const task = workflow.tasks[at];
  if (task !== undefined) {
    const tasks = replaceIn(workflow.tasks, at, mergeFields(task, fields));
    return tasks === workflow.tasks ? workflow : { ...workflow, tasks };
  }
  const groups = workflow.groups ?? [];
  const index = groups.findIndex((group) => group.id === id);
  const group = groups[index];
  if (group === undefined) return missingThing('task or group', id);
  const changed = replaceIn(groups, index, mergeFields(group, fields));
  return changed === groups ? workflow : { ...workflow, groups: changed };
}
