import type { Json } from '#domain/definition/schema/json.ts';

/** A value inside a text: text as it is, everything else as JSON. */
export const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
