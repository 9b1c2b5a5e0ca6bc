import { caps, type Task, type Workflow } from '../schema/workflow.ts';
import { canvasIds, freeId } from './free-id.ts';
import { placeBoxes } from './place-boxes.ts';
import { refuse, type EditResult } from './refused.ts';
import { renameGroupReferences, renameReferences } from './rename-references.ts';

/** Tasks, edges, groups, notes and their places, taken from some workflow. */
export type Fragment = Pick<Workflow, 'tasks' | 'edges' | 'groups' | 'notes' | 'layout'>;

function newIds(ids: readonly string[], taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const id of ids) {
    const free = freeId(id, taken);
    taken.add(free);
    names.set(id, free);
  }
  return names;
}

/**
 * Adds a copy of a fragment under ids that are free. Whatever names a part of the fragment (edges, templates, teardowns, groups) names the copy;
 * whatever names something else keeps it when it is there, and loses it when it is not. `shift` moves the places, px.
 */
export function pasteFragment(workflow: Workflow, fragment: Fragment, shift: [number, number]): EditResult {
  const groups = fragment.groups ?? [];
  if (workflow.tasks.length + fragment.tasks.length > caps.tasks || workflow.edges.length + fragment.edges.length > caps.edges)
    return refuse('definition.cap', `A workflow has at most ${caps.tasks} tasks and ${caps.edges} edges. Paste less.`);
  const here = canvasIds(workflow);
  const names = newIds(
    [...fragment.tasks, ...groups].map(({ id }) => id),
    new Set(here),
  );
  const notes = newIds(
    (fragment.notes ?? []).map(({ id }) => id),
    new Set((workflow.notes ?? []).map(({ id }) => id)),
  );
  const changed = new Map([...names].filter(([from, to]) => from !== to));
  const group = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (names.get(id) ?? (here.has(id) ? id : undefined));
  const known = (task: Task): Task => {
    if (task.role === undefined || !('teardown' in task.role)) return task;
    const of = task.role.teardown.of.filter((id) => names.has(id) || here.has(id));
    return of.length === task.role.teardown.of.length ? task : { ...task, role: { teardown: { ...task.role.teardown, of } } };
  };
  const [dx, dy] = shift;
  const result: Workflow = {
    ...workflow,
    tasks: [
      ...workflow.tasks,
      ...fragment.tasks.map((task) => {
        const { group: _, ...copy } = renameReferences(known(task), changed);
        const into = group(task.group);
        return { ...copy, id: names.get(task.id) ?? task.id, ...(into === undefined ? {} : { group: into }) };
      }),
    ],
    edges: [
      ...workflow.edges,
      ...fragment.edges.map((edge) => ({ ...edge, from: names.get(edge.from) ?? edge.from, to: names.get(edge.to) ?? edge.to })),
    ],
  };
  if (groups.length > 0)
    result.groups = [
      ...(workflow.groups ?? []),
      ...groups.map((one) => {
        const { parent: _, ...copy } = renameGroupReferences(one, changed);
        const into = group(one.parent);
        return { ...copy, id: names.get(one.id) ?? one.id, ...(into === undefined ? {} : { parent: into }) };
      }),
    ];
  if (fragment.notes !== undefined && fragment.notes.length > 0)
    result.notes = [
      ...(workflow.notes ?? []),
      ...fragment.notes.map((note) => ({
        ...note,
        id: notes.get(note.id) ?? note.id,
        at: [note.at[0] + dx, note.at[1] + dy] as [number, number],
      })),
    ];
  const places: Record<string, [number, number]> = {};
  for (const [from, to] of names) {
    const at = fragment.layout?.positions[from];
    if (at !== undefined) places[to] = [at[0] + dx, at[1] + dy];
  }
  return placeBoxes(result, places);
}
