import type { MapScope } from './plan-maps.ts';
import type { Lengths } from './state.ts';

/** How many copies a mapping makes: the product of its lists, or with `zip` the shortest. Null as long as one is not known. */
export function mapLength(scope: MapScope, lengths: Lengths): number | null {
  let copies: number | null = null;
  for (const length of lengths) {
    if (length === null) return null;
    copies = copies === null ? length : scope.combine === 'product' ? copies * length : Math.min(copies, length);
  }
  return copies;
}
