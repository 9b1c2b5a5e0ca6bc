import type { Json } from '../schema/json.ts';

/**
 * JSON with two spaces and LF, keys in the order they stand. Like JSON.stringify(value, null, 2), but a list of numbers (a position)
 * keeps one line, so that a moved task is one changed line.
 */
export function writeJson(value: Json, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent + '  ';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((entry) => typeof entry === 'number')) return `[${value.map((n) => JSON.stringify(n)).join(', ')}]`;
    return `[\n${value.map((entry) => inner + writeJson(entry, inner)).join(',\n')}\n${indent}]`;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  return `{\n${keys.map((key) => `${inner}${JSON.stringify(key)}: ${writeJson(value[key] as Json, inner)}`).join(',\n')}\n${indent}}`;
}
