import { caps, type Task, type Workflow } from '../schema/workflow.ts';
import { placeBoxes } from './place-boxes.ts';
import { refuse, type EditResult } from './refused.ts';

/** Adds a task, at a place of the canvas when one is given. Refuses an id that is taken (`task.duplicate`) and task 10,001 (`definition.cap`). */
export function addTask(workflow: Workflow, { task, at }: { task: Task; at?: [number, number] | undefined }): EditResult {
  if (workflow.tasks.some(({ id }) => id === task.id) || (workflow.groups ?? []).some(({ id }) => id === task.id))
    return refuse('task.duplicate', `The id "${task.id}" is taken. Choose another.`);
  if (workflow.tasks.length >= caps.tasks) return refuse('definition.cap', `A workflow has at most ${caps.tasks} tasks.`);
  const added = { ...workflow, tasks: [...workflow.tasks, task] };
  return at === undefined ? added : placeBoxes(added, { [task.id]: at });
}
