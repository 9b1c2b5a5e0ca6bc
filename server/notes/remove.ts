import type { Person } from '#server/auth/person.ts';
import type { Store } from '#server/store/store.ts';
import { requireOwnNote } from './require-own-note.ts';

/** Removes a note. */
export async function removeNote(store: Store, id: string, person: Person): Promise<void> {
  await requireOwnNote(store, id, person);
  await store.notes.remove(id);
}
