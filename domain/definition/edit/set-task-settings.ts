import type { Workflow } from '../schema/workflow.ts';
import type { TaskSettings } from './edit.ts';
import { mergeFields } from './merge-fields.ts';
import type { EditResult } from './refused.ts';
import { updateTask } from './update-task.ts';

/** Changes fields of a task beside its config: rule, retry, pool … `undefined` takes one away, or back to its default. */
export function setTaskSettings(workflow: Workflow, { task, settings }: { task: string; settings: TaskSettings }): EditResult {
  const fields: TaskSettings = { ...settings };
  if ('triggerRule' in fields) fields.triggerRule ??= 'all_success';
  if ('disabled' in fields) fields.disabled ??= false;
  return updateTask(workflow, task, (before) => mergeFields(before, fields));
}
