import { diffFields } from './diff-fields.ts';
import type { FieldChange } from './field-change.ts';

/** What became of a list of things with ids (or keys). */
export interface ListDiff {
  added: string[];
  removed: string[];
  changed: { id: string; fields: FieldChange[] }[];
}

/**
 * Compares two lists by key. In the order of the second list; what is gone in the order of the first. Their own order does not
 * matter. Things with one key (a draft may have them, until it is published) are compared in their order.
 */
export function diffList<T extends object>(before: readonly T[], after: readonly T[], key: (thing: T) => string): ListDiff {
  const earlier = new Map<string, T[]>();
  for (const thing of before) {
    const id = key(thing);
    const same = earlier.get(id);
    if (same) same.push(thing);
    else earlier.set(id, [thing]);
  }
  const diff: ListDiff = { added: [], removed: [], changed: [] };
  const kept = new Set<T>();
  for (const thing of after) {
    const id = key(thing);
    const old = earlier.get(id)?.shift();
    if (old === undefined) {
      diff.added.push(id);
      continue;
    }
    kept.add(old);
    if (old === thing) continue;
    const fields = diffFields(old, thing);
    if (fields.length > 0) diff.changed.push({ id, fields });
  }
  diff.removed = before.filter((thing) => !kept.has(thing)).map(key);
  return diff;
}
