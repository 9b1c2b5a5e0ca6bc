import { forbiddenKeys } from '#domain/definition/json/forbidden-keys.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { memberPath } from './member-path.ts';
import { Missing } from './missing.ts';
import { TemplateFault } from './template-fault.ts';

const few = (names: readonly string[]): string => (names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', '));

/** One member of a value: only own fields of plain objects, entries of a list, characters of a text. What is not there is `Missing`. */
export function readMember(object: Json, key: Json, path: string): Json | Missing {
  if (typeof key !== 'string' && typeof key !== 'number')
    throw new TemplateFault(`${path} is asked for a field by something that is no text and no number.`);
  if (typeof key === 'string' && forbiddenKeys.has(key)) throw new TemplateFault(`${memberPath(path, key)} is not allowed.`);
  const place = memberPath(path, key);
  if (Array.isArray(object) || typeof object === 'string') {
    if (typeof key !== 'number')
      return new Missing(place, `${path} is ${typeof object === 'string' ? 'text' : 'a list'}, it has no fields.`);
    const value = object[key < 0 ? object.length + key : key];
    return value ?? new Missing(place, `${path} has ${object.length} entries, counted from 0.`);
  }
  if (typeof object !== 'object' || object === null)
    return new Missing(
      place,
      `${path} is ${object === null ? 'null' : typeof object === 'number' ? 'a number' : 'true or false'}, it has no fields.`,
    );
  const name = String(key);
  if (Object.hasOwn(object, name)) return object[name] ?? null;
  const names = Object.keys(object);
  return new Missing(place, names.length === 0 ? `${path} is empty.` : `${path} has ${few(names)}.`);
}
