import type { RunStatus } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';

export interface RunPage {
  runs: RunRow[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** Runs, newest first, by keyset: as fast on the last page as on the first. A cursor that nobody gave out is 400 `runs.cursor`. */
export async function listRuns(
  store: Store,
  input: { workflowId?: string; status?: RunStatus[]; cursor?: string | null; limit: number },
): Promise<RunPage> {
  const cursor = /^(\d{1,15})~(.{1,300})$/.exec(input.cursor ?? '');
  if (input.cursor && !cursor) throw new Refusal('runs.cursor', 'This place in the list is not known. Begin at the top.');
  const rows = await store.runs.list({
    ...(input.workflowId === undefined ? {} : { workflowId: input.workflowId }),
    ...(input.status?.length ? { status: input.status } : {}),
    ...(cursor ? { before: { createdAt: Number(cursor[1]), id: cursor[2] ?? '' } } : {}),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const runs = rows.slice(0, input.limit);
  const last = runs.at(-1);
  return { runs, nextCursor: rows.length > input.limit && last ? `${last.createdAt}~${last.id}` : null };
}
