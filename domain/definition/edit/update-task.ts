import type { Task, Workflow } from '../schema/workflow.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import type { EditResult } from './refused.ts';

/** Changes one task; the same workflow when the task stays the same object. */
export function updateTask(workflow: Workflow, id: string, change: (task: Task) => Task): EditResult {
  const at = workflow.tasks.findIndex((task) => task.id === id);
  const task = workflow.tasks[at];
  if (task === undefined) return missingThing('task', id);
  const tasks = replaceIn(workflow.tasks, at, change(task));
  return tasks === workflow.tasks ? workflow : { ...workflow, tasks };
}
