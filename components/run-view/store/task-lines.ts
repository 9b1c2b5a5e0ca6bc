import { isFinished } from '#domain/run/status.ts';
import type { RunModel } from './run-model.ts';
import { shortReason } from './short-reason.ts';
import type { TaskSummary } from './task-summary.ts';

/** Second line of every task at an instant. `waiting` holds what admission says, by task. */
export function taskLine(
  model: RunModel,
  tasks: ReadonlyMap<string, TaskSummary>,
  summary: TaskSummary,
  now: number,
  waiting: ReadonlyMap<string, string[]>,
): string | null {
  const upstream = model.upstream.get(summary.task) ?? [];
  const done = upstream.reduce((n, id) => n + (isFinished(tasks.get(id)?.status ?? 'none') ? 1 : 0), 0);
  return (
    shortReason(summary, {
      now,
      upstream: { done, all: upstream.length },
      waiting: waiting.get(summary.task)?.[0],
      title: model.title,
    }) ?? consequence(model, tasks, summary)
  );
}

/** Why a task did not work, read from its upstreams when the machine gave no words. */
function consequence(model: RunModel, tasks: ReadonlyMap<string, TaskSummary>, { task, status }: TaskSummary): string | null {
  const upstream = (model.upstream.get(task) ?? []).flatMap((id) => tasks.get(id) ?? []);
  const named = (statuses: string[], words: string): string | null => {
    const found = upstream.find((u) => statuses.includes(u.status));
    return found ? `${model.title(found.task)} ${words}` : null;
  };
  if (status === 'upstream_failed') return named(['failed'], 'failed') ?? named(['upstream_failed'], 'could not run');
  if (status !== 'skipped') return null;
  const rule = model.tasks.get(task)?.triggerRule ?? 'all_success';
  return model.tasks.get(task)?.disabled
    ? 'disabled'
    : (named(['skipped'], 'was skipped') ?? (rule === 'all_success' ? 'port not taken' : `by its rule ${rule}`));
}
