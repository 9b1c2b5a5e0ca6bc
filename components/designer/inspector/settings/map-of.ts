import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';

/** A mapping as its form has it: half-filled parts become what the definition can hold; without a list there is no mapping. */
export function mapOf(value: JsonObject, into: string): Task['map'] {
  const over = Array.isArray(value['over']) ? (value['over'] as { into?: string; items?: unknown }[]) : [];
  if (over.length === 0) return undefined;
  return {
    combine: 'product',
    limit: 1024,
    ...value,
    over: over.map((entry) => ({ into: entry.into ?? into, items: entry.items ?? [] })),
  } as Task['map'];
}
