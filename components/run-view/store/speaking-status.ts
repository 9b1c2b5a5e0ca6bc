import type { TaskRunStatus } from '#domain/run/status.ts';

/** Which copy's status speaks for all: what needs a person first, then what is under way, then what ended badly. */
const order: TaskRunStatus[] = [
  'awaiting_input',
  'running',
  'restarting',
  'up_for_retry',
  'queued',
  'scheduled',
  'deferred',
  'up_for_reschedule',
  'none',
  'failed',
  'upstream_failed',
  'cancelled',
  'success',
  'skipped',
  'removed',
];
const rank = new Map(order.map((status, i) => [status, i]));

/** Whether a status speaks before another for the task whose copies have both. */
export const speaksBefore = (a: TaskRunStatus, b: TaskRunStatus): boolean => (rank.get(a) ?? 99) < (rank.get(b) ?? 99);
