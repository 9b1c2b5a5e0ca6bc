import { triggerSchema, type Trigger } from '#domain/definition/schema/workflow.ts';

/** A trigger with its defaults filled in, as a parsed definition has it. */
export const triggerOf = (fields: Record<string, unknown>): Trigger => triggerSchema.parse({ id: 't', ...fields });
