import { idSchema, type Layout, type Workflow } from '../schema/workflow.ts';
import { canvasIds } from './free-id.ts';
import { missingThing } from './missing-thing.ts';
import { refuse, type EditResult } from './refused.ts';
import { renameKey } from './rename-key.ts';
import { renameGroupReferences, renameReferences } from './rename-references.ts';

function renameInLayout(layout: Layout, from: string, to: string): Layout {
  const sizes = layout.sizes === undefined ? {} : { sizes: renameKey(layout.sizes, from, to) };
  return { ...layout, positions: renameKey(layout.positions, from, to), ...sizes };
}

/**
 * Gives a task or group another id, and follows it wherever it is named: edges, teardowns, groups, places, templates and conditions.
 * Refuses an id that is taken (`task.duplicate`) or malformed (`definition.value`). Its runs keep the old id.
 */
export function setId(workflow: Workflow, { id, to }: { id: string; to: string }): EditResult {
  if (id === to) return workflow;
  const isTask = workflow.tasks.some((task) => task.id === id);
  const isGroup = !isTask && (workflow.groups ?? []).some((group) => group.id === id);
  if (!isTask && !isGroup) return missingThing('task or group', id);
  if (!idSchema.safeParse(to).success) return refuse('definition.value', 'An id has 1 to 200 letters, digits, "_", "." or "-".');
  if (canvasIds(workflow).has(to)) return refuse('task.duplicate', `The id "${to}" is taken. Choose another.`);
  const result: Workflow = { ...workflow };
  if (workflow.layout !== undefined) result.layout = renameInLayout(workflow.layout, id, to);
  if (isGroup) {
    result.tasks = workflow.tasks.map((task) => (task.group === id ? { ...task, group: to } : task));
    result.groups = (workflow.groups ?? []).map((group) => {
      const renamed = group.id === id ? { ...group, id: to } : group;
      return renamed.parent === id ? { ...renamed, parent: to } : renamed;
    });
    return result;
  }
  const names = new Map([[id, to]]);
  result.tasks = workflow.tasks.map((task) => renameReferences(task.id === id ? { ...task, id: to } : task, names));
  result.edges = workflow.edges.map((edge) =>
    edge.from === id || edge.to === id
      ? { ...edge, from: edge.from === id ? to : edge.from, to: edge.to === id ? to : edge.to }
      : edge,
  );
  if (workflow.groups !== undefined) result.groups = workflow.groups.map((group) => renameGroupReferences(group, names));
  return result;
}
