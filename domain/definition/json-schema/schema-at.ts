import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Json, JsonObject } from '../schema/json.ts';
import { resolveSchema } from './resolve-schema.ts';

/** The schema of a place inside a value, or null where the schema says nothing about it. Of several forms, the first that knows the place. */
export function schemaAt(root: JsonObject, path: readonly (string | number)[]): JsonObject | null {
  const step = (raw: Json | undefined, rest: readonly (string | number)[]): JsonObject | null => {
    const schema = resolveSchema(raw, root);
    if (typeof schema === 'boolean') return null;
    const [key, ...more] = rest;
    if (key === undefined) return schema;
    const inner: Json | undefined =
      typeof key === 'number'
        ? ((Array.isArray(schema['prefixItems']) ? schema['prefixItems'][key] : undefined) ?? schema['items'])
        : isJsonObject(schema['properties']) && Object.hasOwn(schema['properties'], key)
          ? schema['properties'][key]
          : schema['additionalProperties'];
    if (inner !== undefined && typeof inner !== 'boolean') return step(inner, more);
    for (const form of ['anyOf', 'oneOf', 'allOf'] as const) {
      const forms = schema[form];
      if (Array.isArray(forms))
        for (const one of forms) {
          const found = step(one, rest);
          if (found !== null) return found;
        }
    }
    return null;
  };
  return step(root, path);
}
