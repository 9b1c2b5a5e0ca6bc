import type { LogLine } from './log-line.ts';

/** Id of the line where the log of a failed attempt is read from: the first error, else the last words on stderr; null without either. */
export function failedLine(lines: readonly LogLine[]): number | null {
  const error = lines.find((line) => line.level === 'error');
  const last = error ?? lines.findLast((line) => line.stream === 'err' && line.text.trim() !== '');
  return last?.id ?? null;
}
