import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

/** The object with a field set; `undefined` takes the field away. Shares what did not change. */
export function setField(value: JsonObject, key: string, next: Json | undefined): JsonObject {
  if (next !== undefined) return { ...value, [key]: next };
  const rest: JsonObject = {};
  for (const [name, field] of Object.entries(value)) if (name !== key) rest[name] = field;
  return rest;
}
