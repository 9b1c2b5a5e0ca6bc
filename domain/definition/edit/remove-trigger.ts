import type { Workflow } from '../schema/workflow.ts';

/** Takes a trigger away. */
export function removeTrigger(workflow: Workflow, { id }: { id: string }): Workflow {
  const triggers = workflow.triggers.filter((trigger) => trigger.id !== id);
  return triggers.length === workflow.triggers.length ? workflow : { ...workflow, triggers };
}
