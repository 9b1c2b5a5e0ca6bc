import type { Note, Workflow } from '../schema/workflow.ts';
import { refuse, type EditResult } from './refused.ts';

/** Adds a note. Refuses an id that is taken (`note.duplicate`) and note 1,001 (`definition.cap`). */
export function addNote(workflow: Workflow, { note }: { note: Note }): EditResult {
  const notes = workflow.notes ?? [];
  if (notes.some(({ id }) => id === note.id)) return refuse('note.duplicate', `There is a note "${note.id}" already.`);
  if (notes.length >= 1000) return refuse('definition.cap', 'A workflow has at most 1000 notes.');
  return { ...workflow, notes: [...notes, note] };
}
