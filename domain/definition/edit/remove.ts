import type { Task, Workflow } from '../schema/workflow.ts';
import { disconnect } from './disconnect.ts';
import type { EdgeKey } from './edit.ts';

function withoutSetups(task: Task, gone: ReadonlySet<string>): Task {
  if (task.role === undefined || !('teardown' in task.role)) return task;
  const of = task.role.teardown.of.filter((id) => !gone.has(id));
  return of.length === task.role.teardown.of.length ? task : { ...task, role: { teardown: { ...task.role.teardown, of } } };
}
function withoutKeys<T>(record: Record<string, T>, gone: ReadonlySet<string>): Record<string, T> {
  const kept = Object.entries(record).filter(([id]) => !gone.has(id));
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept);
}

/**
 * Removes tasks, groups with all that lies in them, notes, and edges; with them the edges that end there, their places, and the lists of
 * teardowns. What a template still reads of them shows as a problem.
 */
export function remove(
  workflow: Workflow,
  { ids = [], edges = [] }: { ids?: readonly string[] | undefined; edges?: readonly EdgeKey[] | undefined },
): Workflow {
  const gone = new Set(ids);
  const groups = workflow.groups ?? [];
  // Groups may lie in any order, so go round until nothing more is found.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const { id, parent } of groups)
      if (parent !== undefined && gone.has(parent) && groups.some((g) => g.id === parent)) gone.add(id);
  }
  const goneGroups = new Set(groups.filter(({ id }) => gone.has(id)).map(({ id }) => id));
  for (const { id, group } of workflow.tasks) if (group !== undefined && goneGroups.has(group)) gone.add(id);
  const cut = disconnect(workflow, { edges });
  const things = [...workflow.tasks, ...groups, ...(workflow.notes ?? [])];
  if (!things.some(({ id }) => gone.has(id))) return cut;
  const boxes = new Set([...workflow.tasks, ...groups].map(({ id }) => id).filter((id) => gone.has(id)));
  const result: Workflow = {
    ...cut,
    tasks: cut.tasks.filter(({ id }) => !boxes.has(id)).map((task) => withoutSetups(task, boxes)),
    edges: cut.edges.filter(({ from, to }) => !boxes.has(from) && !boxes.has(to)),
  };
  if (goneGroups.size > 0) result.groups = groups.filter(({ id }) => !goneGroups.has(id));
  if (workflow.notes !== undefined) result.notes = workflow.notes.filter(({ id }) => !gone.has(id) || boxes.has(id));
  const { layout } = workflow;
  if (layout !== undefined) {
    const sizes = layout.sizes === undefined ? undefined : withoutKeys(layout.sizes, boxes);
    result.layout = { ...layout, positions: withoutKeys(layout.positions, boxes), ...(sizes === undefined ? {} : { sizes }) };
  }
  return result;
}
