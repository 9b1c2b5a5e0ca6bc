import { resolveSchema } from './resolve-schema.ts';
import type { Json, JsonObject } from '../schema/json.ts';

/**
 * Params that were written as text, as their schema wants them: where it wants no text, a text that is JSON becomes its
 * value (`5`, `true`, `["a"]`). What cannot be read stays, and is refused by the check that follows.
 */
export function readParamsAs(params: JsonObject, schema: JsonObject | undefined): JsonObject {
  const properties = (schema?.['properties'] ?? {}) as JsonObject;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readAs(value, properties[name], schema ?? {})]));
}

function readAs(value: Json, raw: Json | undefined, root: JsonObject): Json {
  if (typeof value !== 'string' || raw === undefined) return value;
  const schema = resolveSchema(raw, root);
  if (typeof schema === 'boolean') return value;
  const { type } = schema;
  const types = Array.isArray(type) ? type : [type];
  if (type === undefined || types.includes('string')) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
