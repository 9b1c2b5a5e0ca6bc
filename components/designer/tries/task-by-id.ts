import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/** Documents share nothing but what did not change: each is read once, however many ask. */
const kept = new WeakMap<Workflow, ReadonlyMap<string, Task>>();

/** The task of a document by its id. */
export function taskById(workflow: Workflow, id: string): Task | undefined {
  const tasks = kept.get(workflow) ?? new Map(workflow.tasks.map((task) => [task.id, task]));
  kept.set(workflow, tasks);
  return tasks.get(id);
}
