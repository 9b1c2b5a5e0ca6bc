import type { Json } from '#domain/definition/schema/json.ts';

const isNumber = (value: Json): value is number => typeof value === 'number';

/** What may stand after `is`, apart from `defined` and `undefined`. */
export const templateTests: Record<string, (value: Json) => boolean> = {
  none: (value) => value === null,
  string: (value) => typeof value === 'string',
  number: isNumber,
  integer: (value) => Number.isInteger(value),
  float: (value) => isNumber(value) && !Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  true: (value) => value === true,
  false: (value) => value === false,
  mapping: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  sequence: (value) => Array.isArray(value) || typeof value === 'string',
  iterable: (value) => Array.isArray(value) || typeof value === 'string' || (typeof value === 'object' && value !== null),
  odd: (value) => isNumber(value) && Math.abs(value % 2) === 1,
  even: (value) => isNumber(value) && value % 2 === 0,
};
