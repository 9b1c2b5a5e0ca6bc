import { caps } from '#domain/definition/schema/workflow.ts';
import type { Rule } from '../context.ts';

/** Groups that lie in nothing or in themselves, tasks in no group: `group.unknown-parent`, `group.cycle`, `definition.cap` (depth), `task.unknown-group`. */
export const groups: Rule = function* ({ workflow, groupIds }) {
  const parents = new Map((workflow.groups ?? []).map(({ id, parent }) => [id, parent]));
  for (const [index, { id, parent }] of (workflow.groups ?? []).entries()) {
    const pointer = `/groups/${index}/parent`;
    if (parent === undefined) continue;
    if (!groupIds.has(parent)) {
      yield {
        code: 'group.unknown-parent',
        level: 'error',
        pointer,
        message: `The group "${id}" lies in "${parent}", which does not exist. Choose another group.`,
      };
      continue;
    }
    const path = [id];
    for (let at: string | undefined = parent; at !== undefined && at !== id && path.length <= caps.depth; at = parents.get(at))
      path.push(at);
    if (path.length > caps.depth)
      yield {
        code: 'definition.cap',
        level: 'error',
        pointer,
        message: `The group "${id}" lies deeper than ${caps.depth} groups. Take some of them away.`,
      };
    else if (parents.get(path.at(-1) ?? '') === id)
      yield {
        code: 'group.cycle',
        level: 'error',
        pointer,
        message: `The group "${id}" lies in itself: ${[...path, id].join(' in ')}. Take one out.`,
      };
  }
  for (const [index, { id, group }] of workflow.tasks.entries())
    if (group !== undefined && !groupIds.has(group))
      yield {
        code: 'task.unknown-group',
        level: 'error',
        pointer: `/tasks/${index}/group`,
        task: id,
        message: `"${id}" lies in the group "${group}", which does not exist. Choose another group.`,
        fix: { label: 'Take it out of the group', edits: [{ type: 'move-to-group', ids: [id], group: null }] },
      };
};
