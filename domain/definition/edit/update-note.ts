import type { Note, Workflow } from '../schema/workflow.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import type { EditResult } from './refused.ts';

/** Changes text, place or size of a note. */
export function updateNote(workflow: Workflow, { id, fields }: { id: string; fields: Partial<Omit<Note, 'id'>> }): EditResult {
  const notes = workflow.notes ?? [];
  const at = notes.findIndex((note) => note.id === id);
  const before = notes[at];
  if (before === undefined) return missingThing('note', id);
  const changed = replaceIn(notes, at, mergeFields(before, fields));
  return changed === notes ? workflow : { ...workflow, notes: changed };
}
