import type { Json } from '#domain/definition/schema/json.ts';

const longest = 40;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** A value in a few words, for a line of a list: text as it is, a list by its length, an object by its fields. */
export function valueWords(value: Json): string {
  if (typeof value === 'string') return cut(value.replace(/\s+/g, ' '));
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'item' : 'items'}`;
  if (typeof value === 'object' && value !== null) return cut(`{ ${Object.keys(value).join(', ')} }`);
  return String(value);
}
