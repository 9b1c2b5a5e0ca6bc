import type { Json } from '#domain/definition/schema/json.ts';

/** Entries, fields and characters together. */
const most = 4_000;

/** Whether values are so small that a few steps over all of them cost next to nothing. Looks no further than it must. */
export function isSmallJson(...values: readonly Json[]): boolean {
  let left = most;
  const spend = (value: Json): boolean => {
    left -= typeof value === 'string' ? value.length + 1 : 1;
    if (left < 0) return false;
    if (Array.isArray(value)) return value.every(spend);
    if (typeof value !== 'object' || value === null) return true;
    for (const key in value) {
      left -= key.length;
      if (!spend(value[key]!)) return false;
    }
    return true;
  };
  return values.every(spend);
}
