import { createContext } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';

/**
 * What happens when a field of a schema that is built gets another name: its new name may have to be followed elsewhere. `next` is the schema
 * with the new name. Null: the schema changes, and nothing else.
 */
export const RenameSlot = createContext<((from: string, to: string, next: JsonObject) => void) | null>(null);
