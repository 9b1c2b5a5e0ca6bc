import type { Json } from './schema/json.ts';
import type { Task } from './schema/workflow.ts';
import { utf8 } from './json/utf8.ts';
import { sha256 } from './sha256.ts';

/**
 * Name of what a task does: SHA-256 (64 hex digits) over its operator and config, whatever the order of its fields. Two tasks with the same one
 * answer the same to the same input; name, place, rule and retries are no part of it.
 */
export const taskHash = ({ operator, config }: Pick<Task, 'operator' | 'config'>): string =>
  sha256(utf8(JSON.stringify([operator, sorted(config)])));

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
