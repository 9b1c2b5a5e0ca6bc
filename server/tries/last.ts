import type { RunStatus, TaskRunStatus } from '#domain/run/status.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { ArtifactRow, AttemptRow, Store } from '#server/store/store.ts';
import type { TryInput } from '#server/store/try-row.ts';
import { taskHashes } from './task-hashes.ts';

export interface LastTry {
  runId: string;
  createdAt: number;
  /** `taskHash` of the task as it was tried; null: not known. */
  taskHash: string | null;
  /** What came in, and where from. */
  inputs: (TryInput & { output: Json })[];
  runStatus: RunStatus;
  params: Json;
  taskRun: { status: TaskRunStatus; reason: string | null; startedAt: number | null; endedAt: number | null } | null;
  attempt: (AttemptRow & { artifacts: ArtifactRow[] }) | null;
}

/** The last try of a task as it stands now; null when there is none (or its run was not kept). */
export async function lastTry(store: Store, { workflowId, task }: { workflowId: string; task: string }): Promise<LastTry | null> {
  const row = await store.tries.get(workflowId, task);
  const run = row && (await store.runs.get(row.runId));
  if (!row || !run) return null;
  const [taskRuns, attempts, artifacts, hashOf] = await Promise.all([
    store.runs.taskRuns(run.id),
    store.runs.attempts(run.id),
    store.runs.artifacts(run.id),
    taskHashes(store, run.id),
  ]);
  const own = taskRuns.find((each) => each.task === task);
  const attempt = attempts.filter((each) => each.task === task).at(-1);
  const outputs = new Map(attempts.filter((each) => each.attempt === 0).map((each) => [each.task, each.output]));
  return {
    runId: run.id,
    createdAt: row.createdAt,
    taskHash: hashOf?.(task) ?? null,
    inputs: row.inputs.map((input) => ({ ...input, output: outputs.get(input.task) ?? null })),
    runStatus: run.status,
    params: run.params,
    taskRun: own ? { status: own.status, reason: own.reason, startedAt: own.startedAt, endedAt: own.endedAt } : null,
    attempt: attempt ? { ...attempt, artifacts: artifacts.filter((file) => file.attemptId === attempt.id) } : null,
  };
}
