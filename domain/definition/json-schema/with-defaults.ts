import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Json, JsonObject } from '../schema/json.ts';
import { resolveSchema } from './resolve-schema.ts';

function fill(value: Json, raw: Json | undefined, root: JsonObject, depth: number): Json {
  const schema = resolveSchema(raw, root);
  if (typeof schema === 'boolean' || depth > 64) return value;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? value : value.map((entry) => fill(entry, items, root, depth + 1));
  }
  if (!isJsonObject(value) || !isJsonObject(schema['properties'])) return value;
  const result: JsonObject = { ...value };
  for (const [key, inner] of Object.entries(schema['properties'])) {
    const field = result[key];
    if (field !== undefined) result[key] = fill(field, inner, root, depth + 1);
    else {
      const resolved = resolveSchema(inner, root);
      if (typeof resolved !== 'boolean' && resolved['default'] !== undefined) result[key] = resolved['default'];
    }
  }
  return result;
}

/** A value with the defaults of its schema where it says nothing: a run's params, a task's config. Never changes its argument. */
export const withDefaults = (value: JsonObject, schema: JsonObject): JsonObject => fill(value, schema, schema, 0) as JsonObject;
