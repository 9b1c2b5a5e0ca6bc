import type { Json } from '#domain/definition/schema/json.ts';

/** Whether a value counts as true: as in Python, empty texts, lists and objects, 0, false and null do not. */
export const isTruthy = (value: Json): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : Boolean(value);
