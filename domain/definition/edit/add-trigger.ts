import type { Trigger, Workflow } from '../schema/workflow.ts';
import { refuse, type EditResult } from './refused.ts';

/** Adds a trigger. Refuses an id that is taken (`trigger.duplicate`) and trigger 101 (`definition.cap`). */
export function addTrigger(workflow: Workflow, { trigger }: { trigger: Trigger }): EditResult {
  if (workflow.triggers.some(({ id }) => id === trigger.id))
    return refuse('trigger.duplicate', `There is a trigger "${trigger.id}" already. Choose another id.`);
  if (workflow.triggers.length >= 100) return refuse('definition.cap', 'A workflow has at most 100 triggers.');
  return { ...workflow, triggers: [...workflow.triggers, trigger] };
}
