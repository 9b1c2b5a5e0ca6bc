import type { Person } from '#server/auth/person.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { requireOwnNote } from './require-own-note.ts';

/** Changes a note from the revision it was read at. Refuses with `note.conflict` (409) when that is not the newest. */
export async function updateNote(
  store: Store,
  input: { id: string; revision: number; text: string },
  person: Person,
  at: number,
): Promise<void> {
  await requireOwnNote(store, input.id, person);
  if (!(await store.notes.update(input.id, input.revision, input.text, at)))
    throw new Refusal('note.conflict', 'Somebody changed or removed the note meanwhile. Look at it again.', 409);
}
