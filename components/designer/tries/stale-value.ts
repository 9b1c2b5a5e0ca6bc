import { taskHash } from '#domain/definition/task-hash.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';

/** Tasks share their objects until they change: each is hashed once. */
const kept = new WeakMap<Task, string>();

/** Whether a value is from before the last change of its task: what the task was when it gave the value, by `taskHash`, is no longer what it is. */
export function isStale(task: Task | undefined, madeBy: string | null): boolean {
  if (task === undefined || madeBy === null) return false;
  const known = kept.get(task) ?? taskHash(task);
  kept.set(task, known);
  return known !== madeBy;
}
