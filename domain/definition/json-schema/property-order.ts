import type { Json, JsonObject } from '../schema/json.ts';

/**
 * Names of an object schema's properties as a form shows them: those of the list `x-order` first, the others as they stand. The order of keys
 * itself cannot say it: a workflow file sorts them, and so may a database.
 */
export function propertyOrder(schema: JsonObject): string[] {
  const properties: Json | undefined = schema['properties'];
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return [];
  const listed = Array.isArray(schema['x-order']) ? schema['x-order'] : [];
  const first = listed.filter((name): name is string => typeof name === 'string' && Object.hasOwn(properties, name));
  return [...new Set([...first, ...Object.keys(properties)])];
}
