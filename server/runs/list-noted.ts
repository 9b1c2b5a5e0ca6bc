import type { Store } from '#server/store/store.ts';
import { cursorOf, readCursor } from './cursor.ts';
import type { RunPage, RunsWanted } from './list.ts';
import { noteExcerpt } from './note-excerpt.ts';

/** Words of a search that count; more narrow nothing down any further. */
const mostWords = 8;
/** Notes shown of one run. */
const shown = 3;

/**
 * Runs with a note that holds every word of `note`, newest first, each with what matched. A page may hold few runs, or none, and still have
 * a next one: it looks at a bounded number of notes. A cursor that nobody gave out is 400 `runs.cursor`.
 */
export async function listNotedRuns(
  store: Pick<Store, 'notes'>,
  { note, cursor, ...input }: RunsWanted & { note: string; cursor?: string | null; limit: number },
): Promise<RunPage> {
  const words = note.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const before = readCursor(cursor);
  const found = await store.notes.findRuns({
    ...input,
    words,
    ...(before ? { before } : {}),
    limit: input.limit + 1,
  });
  const runs = found.runs.slice(0, input.limit).map((run) => ({
    ...run,
    notes: found.notes
      .filter(({ runId }) => runId === run.id)
      .slice(0, shown)
      .map(({ task, mapIndex, text }) => ({ task, mapIndex, text: noteExcerpt(text, words) })),
  }));
  const last = found.runs.length > input.limit ? runs.at(-1) : undefined;
  const next = last ?? found.end;
  return { runs, nextCursor: next ? cursorOf(next) : null };
}
