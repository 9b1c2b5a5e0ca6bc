import type { TaskRunStatus } from '#domain/run/status.ts';
import type { TaskSummary } from './task-summary.ts';

/** What needs a look comes first: failures, then what waits for a person, works or waits; success recedes. */
const urgency: Record<TaskRunStatus, number> = {
  awaiting_input: 0,
  up_for_retry: 1,
  failed: 2,
  upstream_failed: 3,
  restarting: 4,
  running: 5,
  queued: 6,
  scheduled: 7,
  up_for_reschedule: 8,
  deferred: 9,
  none: 10,
  cancelled: 11,
  success: 12,
  skipped: 13,
  removed: 14,
};

/** Tasks with the urgent ones first; equals keep their place. */
export const urgentFirst = (tasks: TaskSummary[]): TaskSummary[] =>
  [...tasks].sort((a, b) => urgency[a.status] - urgency[b.status]);

/** The task that a page without a chosen one opens: a failure (one of its own before what only follows from it), else what is under way. */
export function firstToLookAt(tasks: Iterable<TaskSummary>): string | null {
  const all = [...tasks];
  const first = (...statuses: TaskRunStatus[]) => all.find((t) => statuses.includes(t.status))?.task;
  return (
    first('failed') ??
    first('up_for_retry', 'awaiting_input') ??
    first('running', 'restarting') ??
    first('upstream_failed') ??
    first('queued') ??
    null
  );
}
