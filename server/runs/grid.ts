import type { ListedRunType } from '#domain/run/listed-run-types.ts';
import type { GridRun, Store } from '#server/store/store.ts';
import { cursorOf, readCursor } from './cursor.ts';

export interface GridPage {
  runs: GridRun[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** Runs of a workflow with their tasks, newest first, by keyset: one statement a page. A cursor that nobody gave out is 400 `runs.cursor`. */
export async function gridOf(
  store: Store,
  input: { workflowId: string; runType?: ListedRunType; cursor: string | null; limit: number },
): Promise<GridPage> {
  const before = readCursor(input.cursor);
  const rows = await store.runs.grid({
    workflowId: input.workflowId,
    ...(input.runType ? { runType: input.runType } : {}),
    ...(before ? { before } : {}),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const runs = rows.slice(0, input.limit);
  const last = runs.at(-1);
  return { runs, nextCursor: rows.length > input.limit && last ? cursorOf(last.run) : null };
}
