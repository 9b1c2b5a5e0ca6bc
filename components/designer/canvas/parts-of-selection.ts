import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { EdgeRef, Selection } from '#components/canvas/gestures/canvas-gestures.ts';
import { edgeOfKey } from './edge-of-key.ts';

/** A selection by kind. Groups, collapsed or open, come with the tasks inside them in `members`. */
export interface SelectedParts {
  tasks: string[];
  groups: string[];
  notes: string[];
  edges: EdgeRef[];
  /** Tasks, and tasks of selected groups. */
  members: string[];
}

export function partsOfSelection(workflow: Workflow, selection: Selection): SelectedParts {
  const parts: SelectedParts = { tasks: [], groups: [], notes: [], edges: [], members: [] };
  const tasks = new Set(workflow.tasks.map((task) => task.id));
  const groups = new Set((workflow.groups ?? []).map((group) => group.id));
  for (const id of selection) {
    const edge = edgeOfKey(id);
    if (tasks.has(id)) parts.tasks.push(id);
    else if (groups.has(id)) parts.groups.push(id);
    else if (id.startsWith('note:')) parts.notes.push(id.slice(5));
    else if (id.startsWith('frame:')) parts.groups.push(id.slice(6));
    else if (edge !== null) parts.edges.push(edge);
  }
  const inside = new Set(parts.groups);
  parts.members = [
    ...parts.tasks,
    ...workflow.tasks.filter((task) => task.group !== undefined && inside.has(task.group)).map((task) => task.id),
  ];
  return parts;
}
