import type { Store } from '#server/store/store.ts';
import type { Decider } from '../turn/decider.ts';

/**
 * Whether a stored run may not be removed now: it goes on, a run that started it goes on (and may still read its outputs), or
 * a later run waits for it as its past.
 */
export async function isInUse(
  store: Pick<Store, 'childRuns'>,
  { runs, admission }: Pick<Decider, 'runs' | 'admission'>,
  runId: string,
): Promise<boolean> {
  if (runs.has(runId) || admission.past.has(runId)) return true;
  const parent = await store.childRuns.get(runId);
  return parent !== null && runs.has(parent.parentRunId);
}
