import { useMemo } from 'react';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { RunMoment } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';

/** What one task's panel shows of a moment. `now` in ms. */
interface TaskMoment {
  moment: RunMoment;
  forecast: Forecast | null;
  now: number;
}

/** Nothing but its own events changes what is told of a task with one of these. */
const settled = new Set<TaskRunStatus>(['running', 'success', 'failed', 'skipped', 'cancelled']);

/**
 * The moment as one task sees it: the same object while neither the task nor the second (`tick`) has changed. A task that waits sees every
 * event, since it may wait for that one.
 */
export function useTaskMoment(shown: TaskMoment, summary: TaskSummary | undefined, tick: number): TaskMoment {
  const { moment } = shown;
  const { history, at, live } = moment;
  const waits = summary === undefined || !settled.has(summary.status) || summary.copies !== null;
  return useMemo(
    () => shown,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- these are what counts of the moment; the rest would be every event
    [summary, history, at, live, moment.state.run.endedAt, tick, waits ? moment.version : 0],
  );
}
