import type { Json } from '#domain/definition/schema/json.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { ArtifactRow, Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { scopeOf } from '../turn/compiled-version.ts';

/**
 * Output of the newest successful attempt of a task; of a mapped one the list of its copies' outputs in index order (null
 * for a copy without). Undefined when no attempt of it has succeeded.
 */
export async function readOutput(store: Store, run: ActiveRun, task: string): Promise<Json | undefined> {
  if (!scopeOf(run.compiled, task)) {
    // Most tasks have none, which is known as well.
    const held = run.outputs.get(task, undefined);
    return held === undefined ? newest(store, run, task) : held;
  }
  const copies = taskRuns(run.compiled.plan, run.state).filter((view) => view.task === task && view.index !== undefined);
  if (copies.length === 0) return undefined;
  const stored = copies.every(({ index }) => run.outputs.get(task, index) !== undefined)
    ? []
    : (await store.runs.outputs(run.facts.id)).filter((row) => row.task === task);
  const byIndex = new Map(stored.map(({ mapIndex, output }) => [mapIndex, output]));
  return copies.map(({ index }) => run.outputs.get(task, index) ?? byIndex.get(index ?? -1) ?? null);
}

async function newest(store: Store, run: ActiveRun, task: string): Promise<Json | undefined> {
  const attempts = await store.runs.attempts(run.facts.id, task, -1);
  const succeeded = attempts.filter(({ status }) => status === 'success').sort((a, b) => b.attempt - a.attempt);
  return succeeded[0] ? succeeded[0].output : undefined;
}

/** Artifacts that the newest successful attempt of a task left; of a mapped one those of all copies. */
export async function readArtifacts(store: Store, run: ActiveRun, task: string): Promise<ArtifactRow[]> {
  const artifacts = await store.runs.artifacts(run.facts.id);
  // Most runs have none, and the attempts of a mapped task may be a hundred thousand.
  if (artifacts.length === 0) return [];
  const attempts = (await store.runs.attempts(run.facts.id, task)).filter(({ status }) => status === 'success');
  const newest = new Map<number, { id: string; attempt: number }>();
  for (const { id, mapIndex, attempt } of attempts)
    if (attempt > (newest.get(mapIndex)?.attempt ?? 0)) newest.set(mapIndex, { id, attempt });
  const ids = new Set([...newest.values()].map(({ id }) => id));
  return artifacts.filter(({ attemptId }) => ids.has(attemptId));
}
