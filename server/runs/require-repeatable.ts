import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { requireRun } from './require-run.ts';

/** The run with this id, whose tasks may be done again or marked; a try is only cancelled or tried anew: 409 `run.is-try`. */
export async function requireRepeatable(store: Store, runId: string): Promise<RunRow> {
  const run = await requireRun(store, runId);
  if (run.runType === 'try')
    throw new Refusal('run.is-try', 'This is a try of one task. Try the task again in its workflow instead.', 409);
  return run;
}
