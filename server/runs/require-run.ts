import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';

/** The run with this id, or 404 `run.unknown`. */
export async function requireRun(store: Store, runId: string): Promise<RunRow> {
  const run = await store.runs.get(runId);
  if (!run) throw new Refusal('run.unknown', `There is no run ${runId}. It may have been removed as too old.`, 404);
  return run;
}
