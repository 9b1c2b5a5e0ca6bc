import type { Json } from '#domain/definition/schema/json.ts';

/** Whether two JSON values are the same; the order of an object's fields does not matter. `spend` is called once a part. */
export function valuesEqual(a: Json, b: Json, spend: () => void): boolean {
  spend();
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => valuesEqual(v, b[i] ?? null, spend))
    );
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((k) => Object.hasOwn(b, k) && valuesEqual(a[k] ?? null, b[k] ?? null, spend))
  );
}
