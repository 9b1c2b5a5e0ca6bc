import type { Json } from '../schema/json.ts';

/** One field that differs; `undefined` means it is not there. */
export interface FieldChange {
  /** Inside the thing that changed: `['config', 'environment', 'DAY']`. */
  path: (string | number)[];
  before: Json | undefined;
  after: Json | undefined;
}
