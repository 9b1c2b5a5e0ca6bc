import type { WorkflowListEntry } from '#server/workflows/list.ts';

/** A line of the list as the server gives it. */
export type WorkflowItem = WorkflowListEntry;
