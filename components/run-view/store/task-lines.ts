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
  return shortReason(summary, {
    now,
    upstream: { done, all: upstream.length },
    waiting: waiting.get(summary.task)?.[0],
    title: model.title,
  });
}
