import type { Trigger, Workflow } from '#domain/definition/schema/workflow.ts';
import { describe } from '#domain/trigger/describe.ts';

/** A trigger in words. */
export interface TriggerLine {
  id: string;
  type: Trigger['type'];
  words: string;
  timezone: string;
}

/** Triggers of a workflow, each in words. */
export const triggerLines = (workflow: Workflow | null): TriggerLine[] =>
  (workflow?.triggers ?? []).map((trigger) => ({
    id: trigger.id,
    type: trigger.type,
    words: describe(trigger),
    timezone: trigger.timezone,
  }));
