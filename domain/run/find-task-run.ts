import type { Draft } from './draft.ts';
import type { TaskRunRef } from './events.ts';
import { refText } from './ref.ts';
import type { Row } from './row.ts';
import type { TaskRunStatus } from './status.ts';
import { refuse } from './transition-of.ts';

/** A task run by its number, its map index (-1 = none) and its row. */
export interface FoundTaskRun {
  task: number;
  index: number;
  row: Row;
}

/** Finds the task run that an event names, or says why there is none. */
export function findTaskRun(draft: Draft, ref: TaskRunRef): FoundTaskRun | string {
  const task = draft.plan.indexOf.get(ref.task);
  if (task === undefined) return refuse('task.unknown', `The workflow has no task ${ref.task}.`);
  const index = ref.index ?? -1;
  const expanded = draft.expanded(task);
  if (
    ref.index === undefined
      ? expanded
      : !expanded || !Number.isInteger(index) || index < 0 || index >= draft.copies(task).rows.size
  )
    return refuse('task-run.unknown', `There is no task run ${refText(ref)}.`);
  return { task, index, row: draft.row(task, index) };
}

/** The same for an event of one attempt: it must be the current one, and the task run in one of these statuses. */
export function findAttempt(
  draft: Draft,
  event: TaskRunRef & { attempt: number },
  statuses: readonly TaskRunStatus[],
): FoundTaskRun | string {
  const found = findTaskRun(draft, event);
  if (typeof found === 'string') return found;
  const { status, attempt } = found.row;
  if (attempt !== event.attempt)
    return refuse('attempt.not-current', `${refText(event)} is at attempt ${attempt}, not ${event.attempt}.`);
  if (!statuses.includes(status)) return refuse('task-run.status', `${refText(event)} is ${status}.`);
  return found;
}
