import type { Group, Workflow } from '../schema/workflow.ts';
import { groupPath } from './group-path.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import { refuse, type EditResult } from './refused.ts';

/** Changes fields of a group: name, colour, collapsed, map, the group it lies in. `undefined` takes one away. */
export function setGroup(workflow: Workflow, { id, fields }: { id: string; fields: Partial<Omit<Group, 'id'>> }): EditResult {
  const groups = workflow.groups ?? [];
  const at = groups.findIndex((group) => group.id === id);
  const before = groups[at];
  if (before === undefined) return missingThing('group', id);
  if (fields.parent !== undefined) {
    if (!groups.some((group) => group.id === fields.parent)) return missingThing('group', fields.parent);
    if (groupPath(workflow, fields.parent).includes(id)) return refuse('group.cycle', `The group "${id}" cannot lie in itself.`);
  }
  const change = 'collapsed' in fields ? { ...fields, collapsed: fields.collapsed ?? false } : fields;
  const changed = replaceIn(groups, at, mergeFields(before, change));
  return changed === groups ? workflow : { ...workflow, groups: changed };
}
