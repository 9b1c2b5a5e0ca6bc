import type { Trigger, Workflow } from '../schema/workflow.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import type { EditResult } from './refused.ts';

/** Puts a trigger in the place of the one with its id. */
export function updateTrigger(workflow: Workflow, { trigger }: { trigger: Trigger }): EditResult {
  const at = workflow.triggers.findIndex(({ id }) => id === trigger.id);
  if (at < 0) return missingThing('trigger', trigger.id);
  const triggers = replaceIn(workflow.triggers, at, trigger);
  return triggers === workflow.triggers ? workflow : { ...workflow, triggers };
}
