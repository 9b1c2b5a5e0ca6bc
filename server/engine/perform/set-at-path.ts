import { forbiddenKeys } from '#domain/definition/json/forbidden-keys.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';

/** A copy of `config` with `value` at a dotted path (`headers.accept`, `cases.0.when`); objects on the way are made. */
export function setAtPath(config: JsonObject, path: string, value: Json): JsonObject {
  const keys = path.split('.');
  if (keys.some((key) => key === '' || forbiddenKeys.has(key)))
    throw new CodedFailure('map', `${path} is no place in a config. Name a field, such as code or headers.accept.`, 'never');
  const place = (holder: Json | undefined, at: number): Json => {
    if (at === keys.length) return value;
    const key = keys[at]!;
    if (Array.isArray(holder)) {
      const copy = [...holder];
      copy[Number(key)] = place(copy[Number(key)], at + 1);
      return copy;
    }
    const object = holder !== null && typeof holder === 'object' ? holder : {};
    return { ...object, [key]: place(object[key], at + 1) };
  };
  return place(config, 0) as JsonObject;
}
