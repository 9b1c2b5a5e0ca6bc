import type { TaskRunRef } from '#domain/run/events.ts';

/** Id of an attempt: `run/task#index@n` (house.md, Two pure machines); the index stands only when the task is mapped. */
export function attemptId(runId: string, ref: TaskRunRef, attempt: number): string {
  return ref.index === undefined ? `${runId}/${ref.task}@${attempt}` : `${runId}/${ref.task}#${ref.index}@${attempt}`;
}
