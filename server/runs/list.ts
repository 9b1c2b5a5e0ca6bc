import type { RunFilter, RunRow, Store } from '#server/store/store.ts';
import { cursorOf, readCursor } from './cursor.ts';

/** A note that a search found. */
export interface FoundNote {
  task: string | null;
  mapIndex: number | null;
  /** A line of it, round what was found. */
  text: string;
}
/** What a list of runs is narrowed to; see RunFilter. No status, or no kind, is every one. */
export type RunsWanted = Omit<RunFilter, 'before' | 'limit'>;

export interface RunPage {
  /** `notes`: what matched, where notes were searched. */
  runs: (RunRow & { notes?: FoundNote[] })[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** Runs, newest first, by keyset: as fast on the last page as on the first. A cursor that nobody gave out is 400 `runs.cursor`. */
export async function listRuns(
  store: Store,
  { cursor, ...input }: RunsWanted & { cursor?: string | null; limit: number },
): Promise<RunPage> {
  const before = readCursor(cursor);
  const rows = await store.runs.list({
    ...input,
    ...(before ? { before } : {}),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const runs = rows.slice(0, input.limit);
  const last = runs.at(-1);
  return { runs, nextCursor: rows.length > input.limit && last ? cursorOf(last) : null };
}
