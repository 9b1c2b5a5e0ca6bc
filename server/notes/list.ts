import type { Person } from '#server/auth/person.ts';
import { requireRun } from '#server/runs/require-run.ts';
import type { NoteRow } from '#server/store/note-row.ts';
import type { Store } from '#server/store/store.ts';
import { nameOf } from '#server/workflows/name-of.ts';

/** A note with the name of who wrote it. */
export interface NoteItem extends NoteRow {
  /** Whether the one who looks may change it. */
  mine: boolean;
}

/** Notes on a run and its task runs, oldest first. */
export async function listNotes(
  store: Store,
  runId: string,
  person: Person,
  names: ReadonlyMap<string, string>,
): Promise<NoteItem[]> {
  await requireRun(store, runId);
  return (await store.notes.list(runId)).map((row) => ({
    ...row,
    createdBy: nameOf(row.createdBy, names),
    mine: row.createdBy === person.id || person.role === 'admin',
  }));
}
