import { isCheapPattern } from './is-cheap-pattern.ts';

/** Longest text a pattern with several open repetitions is tried on: its cost grows with a power of the length. */
const cautious = 1000;

const kept = new Map<string, RegExp | null>();

/** Whether a text matches a pattern of a schema; null when the pattern is no regular expression or too costly to try. */
export function matchPattern(pattern: string, text: string): boolean | null {
  let compiled = kept.get(pattern);
  if (compiled === undefined) {
    try {
      compiled = isCheapPattern(pattern) ? new RegExp(pattern, 'u') : null;
    } catch {
      compiled = null;
    }
    if (kept.size > 1000) kept.clear();
    kept.set(pattern, compiled);
  }
  if (compiled === null || text.length > 100 * cautious) return null;
  return (pattern.match(/[*+]|\{\d+,/g) ?? []).length > 1 && text.length > cautious ? null : compiled.test(text);
}
