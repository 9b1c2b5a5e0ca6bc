import { usualDurations, type UsualDurations } from '#domain/forecast/usual.ts';
import type { Store } from '#server/store/store.ts';

/** Newest finished runs that say what is usual, and the rows read for it at most: enough for a middle, and bounded for a large workflow. */
const bound = { runs: 20, rows: 20_000 };

/** How long the runs and tasks of a workflow usually take, from its newest finished runs. Two statements, whatever its size. */
export async function usualOf(store: Store, workflowId: string): Promise<UsualDurations> {
  const { runs, tasks } = await store.runs.durations(workflowId, bound);
  const whole = runs.flatMap(({ status, startedAt, endedAt }) =>
    status === 'success' && startedAt !== null && endedAt !== null ? [endedAt - startedAt] : [],
  );
  // A large workflow fills the rows with fewer runs: only those are what "in so many runs" counts.
  const seen = tasks.length < bound.rows ? runs.length : new Set(tasks.map(({ runId }) => runId)).size;
  return usualDurations(seen, whole, tasks);
}
