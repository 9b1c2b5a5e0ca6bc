import { canonicalText } from '#domain/definition/canonical.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { Selection } from '#components/canvas/gestures/canvas-gestures.ts';
import { partsOfSelection } from './parts-of-selection.ts';

/** The selection as a workflow file of its own: it can be pasted into another workflow, a text editor, or imported. Null: nothing to copy. */
export function copyText(workflow: Workflow, selection: Selection): string | null {
  const parts = partsOfSelection(workflow, selection);
  const tasks = new Set(parts.members);
  const notes = new Set(parts.notes);
  if (tasks.size === 0 && notes.size === 0) return null;
  const groups = new Set(parts.groups);
  return canonicalText({
    format: workflow.format,
    id: workflow.id,
    name: workflow.name,
    triggers: [],
    tasks: workflow.tasks
      .filter((task) => tasks.has(task.id))
      .map((task) => (task.group !== undefined && !groups.has(task.group) ? { ...task, group: undefined } : task)),
    edges: workflow.edges.filter((edge) => tasks.has(edge.from) && tasks.has(edge.to)),
    groups: (workflow.groups ?? []).filter((group) => groups.has(group.id)),
    notes: (workflow.notes ?? []).filter((note) => notes.has(note.id)),
    layout: workflow.layout,
  });
}
