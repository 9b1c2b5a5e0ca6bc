import type { Workflow } from '../schema/workflow.ts';
import { pasteFragment } from './paste-fragment.ts';
import { refuse, type EditResult } from './refused.ts';

/** Where the copies lie from what they were made of, px. */
const aside: [number, number] = [48, 48];

/** Copies tasks, groups with all that lies in them, and notes, with the edges among them. */
export function duplicate(workflow: Workflow, { ids }: { ids: readonly string[] }): EditResult {
  const groups = workflow.groups ?? [];
  const chosen = new Set(ids);
  for (let before = -1; before !== chosen.size;) {
    before = chosen.size;
    for (const { id, parent } of groups) if (parent !== undefined && chosen.has(parent)) chosen.add(id);
  }
  for (const { id, group } of workflow.tasks) if (group !== undefined && chosen.has(group)) chosen.add(id);
  const tasks = workflow.tasks.filter(({ id }) => chosen.has(id));
  const boxes = new Set([...tasks, ...groups].map(({ id }) => id));
  const notes = (workflow.notes ?? []).filter(({ id }) => chosen.has(id) && !boxes.has(id));
  if (tasks.length === 0 && notes.length === 0) return refuse('edit.empty', 'Select the tasks to duplicate first.');
  return pasteFragment(
    workflow,
    {
      tasks,
      edges: workflow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
      groups: groups.filter(({ id }) => chosen.has(id)),
      notes,
      layout: workflow.layout,
    },
    aside,
  );
}
