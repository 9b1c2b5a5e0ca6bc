import type { TaskRunStatus } from './status.ts';

const ends = ['success', 'failed', 'skipped', 'cancelled'] as const;

/**
 * The statuses that may follow a status without any act of a person beyond cancelling the run. One event may take several
 * of these steps (a retry without delay goes `running` → `up_for_retry` → `scheduled`).
 */
export const moves: Readonly<Record<TaskRunStatus, readonly TaskRunStatus[]>> = {
  none: ['scheduled', 'skipped', 'upstream_failed', 'removed', 'failed', 'cancelled'],
  scheduled: ['queued', 'skipped', 'failed', 'up_for_retry', 'cancelled'],
  queued: ['running', 'up_for_retry', ...ends],
  running: ['up_for_retry', 'up_for_reschedule', 'deferred', 'awaiting_input', ...ends],
  up_for_retry: ['scheduled', 'skipped', 'upstream_failed', 'removed', 'failed', 'cancelled'],
  up_for_reschedule: ['scheduled', 'up_for_retry', 'skipped', 'failed', 'cancelled'],
  deferred: ['scheduled', 'up_for_retry', 'skipped', 'failed', 'cancelled'],
  awaiting_input: ['scheduled', 'up_for_retry', 'skipped', 'failed', 'cancelled'],
  restarting: ['none', ...ends],
  success: [],
  failed: [],
  skipped: [],
  upstream_failed: [],
  cancelled: [],
  // A longer list gives a copy its item back.
  removed: ['none'],
};

/** The first step that clearing, running alone or marking a task run adds. */
export const movesByAct: Readonly<Record<TaskRunStatus, readonly TaskRunStatus[]>> = {
  none: ['scheduled', 'success', 'failed', 'skipped'],
  scheduled: ['none', 'success', 'failed', 'skipped'],
  queued: ['restarting'],
  running: ['restarting'],
  up_for_retry: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  up_for_reschedule: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  deferred: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  awaiting_input: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  restarting: [],
  success: ['none', 'scheduled', 'failed', 'skipped'],
  failed: ['none', 'scheduled', 'success', 'skipped'],
  skipped: ['none', 'scheduled', 'success', 'failed'],
  upstream_failed: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  cancelled: ['none', 'scheduled', 'success', 'failed', 'skipped'],
  removed: [],
};
