import type { JsonObject } from '../schema/json.ts';

/** One step of the format: takes a document of `from` and gives the same workflow as a document of the next version. Pure; never edits its argument. */
export interface Step {
  /** Version it reads, such as 1. */
  from: number;
  up: (document: JsonObject) => JsonObject;
}
