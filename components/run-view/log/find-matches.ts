import type { LogLine } from './log-line.ts';

/** Places of a search in the shown lines, in order: line (place in the list) and where in its text. Letters' case does not matter. */
export function findMatches(lines: LogLine[], search: string, limit = 10_000): { line: number; start: number }[] {
  const wanted = search.toLowerCase();
  if (wanted === '') return [];
  const found: { line: number; start: number }[] = [];
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]?.text.toLowerCase() ?? '';
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + wanted.length)) {
      found.push({ line, start });
      if (found.length >= limit) return found;
    }
  }
  return found;
}
