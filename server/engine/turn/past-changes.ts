import type { AdmissionEvent } from '#domain/admission/events.ts';
import { changedTaskRuns, taskRuns, type TaskRunView } from '#domain/run/read.ts';
import type { ActiveRun } from './active-run.ts';

const isMet = (view: TaskRunView): boolean => view.status === 'success' || view.status === 'skipped';

/** What has changed since the last turn about tasks that a later run may wait for. */
export function pastChanges(run: ActiveRun): Extract<AdmissionEvent, { type: 'pastChanged' }>[] {
  const changed = new Map<string, boolean>();
  for (const view of changedTaskRuns(run.compiled.plan, run.storedState, run.state))
    changed.set(view.task, view.index === undefined ? isMet(view) : allMet(run, view.task));
  return [...changed].map(([task, met]) => ({ type: 'pastChanged', run: run.facts.id, task, met }));
}

/** Tasks of a run that are success or skipped, every copy of them. */
export function metTasks(views: readonly Pick<TaskRunView, 'task' | 'status'>[]): string[] {
  const met = new Map<string, boolean>();
  for (const { task, status } of views)
    met.set(task, (met.get(task) ?? true) && (status === 'success' || status === 'skipped' || status === 'removed'));
  return [...met].filter(([, all]) => all).map(([task]) => task);
}

function allMet(run: ActiveRun, task: string): boolean {
  return metTasks(taskRuns(run.compiled.plan, run.state).filter((view) => view.task === task)).length > 0;
}
