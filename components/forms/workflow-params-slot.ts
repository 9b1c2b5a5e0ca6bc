import { createContext, type ComponentType, type ReactNode } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';

export interface WorkflowParamsProps {
  /** Id of the workflow. */
  workflow: string;
  /** Given the schema of its newest version's params: null when it has none or cannot be found, undefined while nobody knows. */
  children: (schema: JsonObject | null | undefined) => ReactNode;
}

/** What knows the params of a workflow: it asks the server for them, so it is put in from above. */
export const WorkflowParamsSlot = createContext<ComponentType<WorkflowParamsProps> | null>(null);
