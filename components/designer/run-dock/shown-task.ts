import { firstToLookAt } from '#components/run-view/store/task-order.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';

/**
 * The task whose log is shown: the one a person picked, while the run has it; else what needs a look (the selected one before
 * others that failed too); when all is well, the task that ended last.
 */
export function shownTask(
  tasks: ReadonlyMap<string, TaskSummary>,
  picked: string | null,
  selected: string | null,
): TaskSummary | null {
  const own = picked === null ? undefined : tasks.get(picked);
  if (own !== undefined) return own;
  const chosen = selected === null ? undefined : tasks.get(selected);
  if (chosen?.status === 'failed') return chosen;
  const first = firstToLookAt(tasks.values());
  if (first !== null) return tasks.get(first) ?? null;
  const ended = [...tasks.values()].filter(({ status, view }) => status === 'success' && view.endedAt !== null);
  return ended.reduce<TaskSummary | null>(
    (last, task) => (last === null || (task.view.endedAt ?? 0) >= (last.view.endedAt ?? 0) ? task : last),
    null,
  );
}
