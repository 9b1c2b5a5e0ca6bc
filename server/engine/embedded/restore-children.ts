import { taskRun } from '#domain/run/read.ts';
import type { Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { attemptId } from '../turn/attempt-id.ts';
import { childEnded } from '../turn/child-ended.ts';
import type { Decider } from '../turn/decider.ts';
import { loadRun } from './load-run.ts';
import { runEnd } from './run-end.ts';
import type { VersionCache } from './version-cache.ts';

/**
 * Ties attempts that wait for a child run to it again. Gives what is to be decided, once all runs are taken up, for children
 * that ended when nobody listened.
 */
export async function restoreChildren(
  { store, decider, versions }: { store: Store; decider: Decider; versions: VersionCache },
  runs: ReadonlyMap<string, ActiveRun>,
): Promise<(() => void)[]> {
  const decisions: (() => void)[] = [];
  for (const row of await store.childRuns.of([...runs.keys()])) {
    const ref = row.mapIndex < 0 ? { task: row.task } : { task: row.task, index: row.mapIndex };
    const open = decider.attempts.get(attemptId(row.parentRunId, ref, row.attempt));
    if (!open?.parked || taskRun(open.run.compiled.plan, open.run.state, open.task, open.index)?.status !== 'deferred') continue;
    const child = runs.get(row.runId);
    if (child) open.child = child;
    const end = await runEnd(store, row.runId);
    const stored = end && !child ? await store.runs.get(row.runId) : null;
    const ended = child ?? (stored && (await loadRun(store, stored, versions)));
    if (end && ended) decisions.push(() => childEnded(decider, ended, end));
  }
  return decisions;
}
