import type { Artifact, Attempt, TaskRun } from '../generated/sqlite/client.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { ArtifactRow, AttemptRow, AttemptStatus, TaskRunRow } from '../store.ts';
import { instant } from './instant.ts';

const parsed = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json));

/** A stored attempt as the store's callers see it. */
export const attemptRow = (row: Attempt): AttemptRow => ({
  id: row.id,
  runId: row.runId,
  task: row.task,
  mapIndex: Number(row.mapIndex),
  attempt: Number(row.attempt),
  token: row.token,
  status: row.status as AttemptStatus,
  infra: Boolean(row.infra),
  pid: instant(row.pid),
  pidStart: row.pidStart,
  bootId: row.bootId,
  queuedAt: Number(row.queuedAt),
  startedAt: instant(row.startedAt),
  endedAt: instant(row.endedAt),
  exitCode: instant(row.exitCode),
  errorCode: row.errorCode,
  error: row.error,
  config: parsed(row.config),
  output: parsed(row.output),
});

/** A stored task run as the store's callers see it. */
export const taskRunRow = (row: TaskRun): TaskRunRow => ({
  runId: row.runId,
  task: row.task,
  mapIndex: row.mapIndex,
  status: row.status as TaskRunStatus,
  attempt: row.attempt,
  startedAt: instant(row.startedAt),
  endedAt: instant(row.endedAt),
  reason: row.reason,
});

/** A stored artifact as the store's callers see it. */
export const artifactRow = (row: Artifact): ArtifactRow => ({ ...row, bytes: Number(row.bytes) });
