import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { EdgeRef, Selection } from '#components/canvas/gestures/canvas-gestures.ts';
import { insideGroups } from '#components/canvas/project/inside-groups.ts';
import { shownAs } from '#components/canvas/project/shown-as.ts';
import { edgeOfKey } from './edge-of-key.ts';

/** A selection by kind. Groups, collapsed or open, come with the tasks inside them in `members`. */
export interface SelectedParts {
  tasks: string[];
  groups: string[];
  notes: string[];
  /** Of the document: an edge drawn at a collapsed group is given as the edges it stands for. */
  edges: EdgeRef[];
  /** Tasks, and tasks of selected groups at any depth. */
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
    else if (edge !== null && tasks.has(edge.from) && tasks.has(edge.to)) parts.edges.push(edge);
    else if (edge !== null) parts.edges.push(...standsFor(workflow, edge));
  }
  const inside = insideGroups(workflow);
  parts.members = [...new Set([...parts.tasks, ...parts.groups.flatMap((id) => inside.get(id) ?? [])])];
  return parts;
}

/** The edges of the document that are drawn as this one, because a group at an end of it is collapsed. */
function standsFor(workflow: Workflow, drawn: EdgeRef): EdgeRef[] {
  const shown = shownAs(workflow);
  return workflow.edges
    .filter(
      (edge) =>
        shown.get(edge.from) === drawn.from &&
        shown.get(edge.to) === drawn.to &&
        (edge.from === drawn.from ? edge.port : 'out') === drawn.port,
    )
    .map(({ from, port, to }) => ({ from, port, to }));
}
