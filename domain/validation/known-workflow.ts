import type { JsonObject } from '#domain/definition/schema/json.ts';

/** What validation has to know of a workflow that a task runs. */
export interface KnownWorkflow {
  /** Whether it has a version. */
  isPublished: boolean;
  /** Schema of its newest version's params; null: it has none. Missing: nobody looked, and what a task gives is not judged. */
  params?: JsonObject | null;
}
