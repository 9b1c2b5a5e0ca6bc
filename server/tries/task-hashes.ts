import { parseWorkflow } from '#domain/definition/parse.ts';
import { taskHash } from '#domain/definition/task-hash.ts';
import type { Store } from '#server/store/store.ts';

/** What the tasks of a run were then: `taskHash` by task. Null where what it ran is no longer stored, or cannot be read any more. */
export async function taskHashes(store: Store, runId: string): Promise<((task: string) => string | null) | null> {
  const definition = await store.runs.definition(runId);
  const parsed = definition === null ? null : parseWorkflow(definition);
  if (parsed?.ok !== true) return null;
  const tasks = new Map(parsed.workflow.tasks.map((task) => [task.id, task]));
  return (id) => {
    const task = tasks.get(id);
    return task === undefined ? null : taskHash(task);
  };
}
