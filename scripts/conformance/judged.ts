import { isDeepStrictEqual } from 'node:util';

/** What became of one case: it agrees (null), or what was expected and what came. */
export type Mismatch = { id: string; expected: unknown; got: unknown };

/** Compares deeply; the order of keys does not matter. */
export function judged(id: string, expected: unknown, got: unknown): Mismatch | null {
  return isDeepStrictEqual(expected, got) ? null : { id, expected, got };
}
