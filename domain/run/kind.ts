import type { CopySums, Need } from './row.ts';
import type { TaskRunStatus } from './status.ts';

/** How a finished task run counts for what hangs on it, and the name of its counter. */
export type Kind = 'success' | 'failed' | 'upstreamFailed' | 'skipped' | 'removed';
export type Counted = Pick<Need & CopySums, Kind>;

const kinds: Readonly<Record<TaskRunStatus, Kind | null>> = {
  none: null,
  scheduled: null,
  queued: null,
  running: null,
  success: 'success',
  failed: 'failed',
  skipped: 'skipped',
  up_for_retry: null,
  up_for_reschedule: null,
  deferred: null,
  awaiting_input: null,
  upstream_failed: 'upstreamFailed',
  removed: 'removed',
  restarting: null,
  cancelled: 'failed',
};

/** The kind of a finished status; null for an unfinished one. */
export const kindOf = (status: TaskRunStatus): Kind | null => kinds[status];
