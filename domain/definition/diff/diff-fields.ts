import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Json } from '../schema/json.ts';
import type { FieldChange } from './field-change.ts';

/** Whether two values mean the same; the order of an object's fields does not matter, a field that is `undefined` is not there. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((entry, i) => same(entry, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/**
 * Fields in which two values differ, as deep as both are objects, or lists of one length. A text, or a list that grew, is one change.
 * In the order of the first value, then what only the second has.
 */
export function diffFields(before: unknown, after: unknown, path: (string | number)[] = []): FieldChange[] {
  if (same(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      diffFields(before[key], after[key], [...path, key]),
    );
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((entry, i) => diffFields(entry, after[i], [...path, i]));
  return [{ path, before: before as Json | undefined, after: after as Json | undefined }];
}
