import type { Store } from '#server/store/store.ts';
import type { RunEnd } from '../turn/child-ended.ts';

/** How a stored run ended; null while it has not, or when it is not there. */
export async function runEnd(store: Store, runId: string): Promise<RunEnd | null> {
  const run = await store.runs.get(runId);
  if (run?.status !== 'success' && run?.status !== 'failed' && run?.status !== 'cancelled') return null;
  if (run.status === 'success') return { status: run.status, failed: [] };
  const rows = await store.runs.taskRuns(runId);
  const failed = rows
    .filter(({ status }) => status === 'failed')
    .map(({ task, mapIndex, reason }) => ({ task, ...(mapIndex < 0 ? {} : { index: mapIndex }), reason }));
  return { status: run.status, failed };
}
