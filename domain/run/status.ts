/** Statuses of a task run, in Airflow's words. The order is the code in `encode`, so only append. */
export const taskRunStatuses = [
  'none',
  'scheduled',
  'queued',
  'running',
  'success',
  'failed',
  'skipped',
  'up_for_retry',
  'up_for_reschedule',
  'deferred',
  'awaiting_input',
  'upstream_failed',
  'removed',
  'restarting',
  'cancelled',
] as const;
export type TaskRunStatus = (typeof taskRunStatuses)[number];

const codes = new Map(taskRunStatuses.map((status, code) => [status, code]));
/** The code of a status: its place in `taskRunStatuses`. */
export const statusCode = (status: TaskRunStatus): number => codes.get(status)!;

export const runStatuses = ['queued', 'running', 'success', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** How a run came to be. */
export type RunType = 'scheduled' | 'manual' | 'backfill' | 'asset' | 'webhook' | 'child' | 'try';

const finished = new Set<TaskRunStatus>(['success', 'failed', 'skipped', 'upstream_failed', 'removed', 'cancelled']);

/** Whether only a recorded act of a person can change this status. */
export const isFinished = (status: TaskRunStatus): boolean => finished.has(status);
/** Whether a run of this status has ended. */
export const isRunFinished = (status: RunStatus): boolean =>
  status === 'success' || status === 'failed' || status === 'cancelled';
