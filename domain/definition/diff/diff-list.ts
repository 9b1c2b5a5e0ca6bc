import { diffFields } from './diff-fields.ts';
import type { FieldChange } from './field-change.ts';

/** What became of a list of things with ids (or keys). */
export interface ListDiff {
  added: string[];
  removed: string[];
  changed: { id: string; fields: FieldChange[] }[];
}

/** Compares two lists by key. In the order of the second list; what is gone in the order of the first. Their own order does not matter. */
export function diffList<T extends object>(before: readonly T[], after: readonly T[], key: (thing: T) => string): ListDiff {
  const earlier = new Map(before.map((thing) => [key(thing), thing]));
  const later = new Set(after.map(key));
  const diff: ListDiff = { added: [], removed: before.map(key).filter((id) => !later.has(id)), changed: [] };
  for (const thing of after) {
    const id = key(thing);
    const old = earlier.get(id);
    if (old === undefined) diff.added.push(id);
    else if (old !== thing) {
      const fields = diffFields(old, thing);
      if (fields.length > 0) diff.changed.push({ id, fields });
    }
  }
  return diff;
}
