import type { RunStatus } from '#domain/run/status.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { cursorOf, readCursor } from './cursor.ts';

/** A note that a search found. */
export interface FoundNote {
  task: string | null;
  mapIndex: number | null;
  /** A line of it, round what was found. */
  text: string;
}
export interface RunPage {
  /** `notes`: what matched, where notes were searched. */
  runs: (RunRow & { notes?: FoundNote[] })[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** Runs, newest first, by keyset: as fast on the last page as on the first. A cursor that nobody gave out is 400 `runs.cursor`. */
export async function listRuns(
  store: Store,
  input: { workflowId?: string; status?: RunStatus[]; cursor?: string | null; limit: number },
): Promise<RunPage> {
  const before = readCursor(input.cursor);
  const rows = await store.runs.list({
    ...(input.workflowId === undefined ? {} : { workflowId: input.workflowId }),
    ...(input.status?.length ? { status: input.status } : {}),
    ...(before ? { before } : {}),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const runs = rows.slice(0, input.limit);
  const last = runs.at(-1);
  return { runs, nextCursor: rows.length > input.limit && last ? cursorOf(last) : null };
}
