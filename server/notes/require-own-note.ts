import type { Person } from '#server/auth/person.ts';
import { Refusal } from '#server/refusal.ts';
import type { NoteRow } from '#server/store/note-row.ts';
import type { Store } from '#server/store/store.ts';

/** A note that this person may change: their own, or any for an admin. Refuses with `note.unknown` (404), `note.not-yours` (403). */
export async function requireOwnNote(store: Store, id: string, person: Person): Promise<NoteRow> {
  const note = await store.notes.get(id);
  if (!note) throw new Refusal('note.unknown', 'There is no such note any more.', 404);
  if (note.createdBy !== person.id && person.role !== 'admin')
    throw new Refusal('note.not-yours', 'Only who wrote a note, or an admin, may change it. Write one of your own.', 403);
  return note;
}
