import type { JsonObject } from '../schema/json.ts';
import type { Workflow } from '../schema/workflow.ts';
import type { EditResult } from './refused.ts';
import { updateTask } from './update-task.ts';

/** Gives a task another operator, with the config for it. */
export const setOperator = (
  workflow: Workflow,
  { task, operator, config }: { task: string; operator: string; config: JsonObject },
): EditResult =>
  updateTask(workflow, task, (before) =>
    before.operator === operator && before.config === config ? before : { ...before, operator, config },
  );
