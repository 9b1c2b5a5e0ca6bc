import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { forbiddenKeys } from '../json/forbidden-keys.ts';
import type { Json, JsonObject } from '../schema/json.ts';

/** Follows `$ref` inside the same document (`#/$defs/x`); what cannot be followed allows anything. At most 32 steps, so that a circle ends. */
export function resolveSchema(schema: Json | undefined, root: JsonObject): JsonObject | boolean {
  let current: Json | undefined = schema;
  for (let step = 0; step < 32 && isJsonObject(current) && typeof current['$ref'] === 'string'; step++) {
    const ref: string = current['$ref'];
    if (ref !== '#' && !ref.startsWith('#/')) return true;
    let target: Json | undefined = root;
    for (const part of ref.split('/').slice(1)) {
      const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
      target = isJsonObject(target) && !forbiddenKeys.has(key) && Object.hasOwn(target, key) ? target[key] : undefined;
    }
    current = target;
  }
  if (typeof current === 'boolean') return current;
  return isJsonObject(current) && typeof current['$ref'] !== 'string' ? current : true;
}
