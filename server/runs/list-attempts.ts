import type { ArtifactRow, AttemptRow, Store } from '#server/store/store.ts';
import { requireRun } from './require-run.ts';

/** Attempts of a task run, oldest first, each with the files it left. Two statements more than the run itself. */
export async function listAttempts(
  store: Store,
  input: { runId: string; task?: string; index?: number },
): Promise<(AttemptRow & { artifacts: ArtifactRow[] })[]> {
  await requireRun(store, input.runId);
  const [attempts, artifacts] = await Promise.all([
    store.runs.attempts(input.runId, input.task, input.task === undefined ? undefined : (input.index ?? -1)),
    store.runs.artifacts(input.runId),
  ]);
  return attempts.map((attempt) => ({
    ...attempt,
    artifacts: artifacts.filter((artifact) => artifact.attemptId === attempt.id),
  }));
}
