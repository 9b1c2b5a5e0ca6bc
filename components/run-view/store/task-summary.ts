import type { TaskRunView } from '#domain/run/read.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { speaksBefore } from './speaking-status.ts';

/** A task of the drawing in a run: itself, or all its copies when it is mapped. */
export interface TaskSummary {
  task: string;
  status: TaskRunStatus;
  /** The task run that speaks for it: the only one, or the one whose status is shown. */
  view: TaskRunView;
  /** Copies by index; null when it is not mapped (or its list is not known yet). */
  copies: TaskRunView[] | null;
}

/** Sums up the task runs of one task (at least one). */
export function summarise(task: string, views: TaskRunView[]): TaskSummary {
  const copies = views.filter((v) => v.index !== undefined).sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  if (copies.length === 0) {
    const view = views[0] as TaskRunView;
    return { task, status: view.status, view, copies: null };
  }
  const view = copies.reduce((best, v) => (speaksBefore(v.status, best.status) ? v : best));
  return { task, status: view.status, view, copies };
}
