import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How the program of an attempt ended, as its shim wrote it down. */
export interface ProgramEnd {
  exitCode: number | null;
  /** Number of the signal that ended it. */
  signal: number | null;
  /** ms since the epoch. */
  startedAt: number;
  endedAt: number;
}

/**
 * Reads `exit` of an attempt's directory; null while it is not there or not complete. A shell reports a death by signal n
 * as 128 + n, so a program that exits with such a number by itself counts as ended by that signal.
 */
export function readExit(directory: string): ProgramEnd | null {
  let line: string;
  try {
    line = readFileSync(path.join(directory, 'exit'), 'latin1');
  } catch {
    return null;
  }
  const parts = /^(\d+) (\d+) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)\n$/.exec(line);
  if (!parts) return null;
  const [code, startedAt, up, down] = parts.slice(1).map(Number) as [number, number, number, number];
  const signal = code > 128 && code < 128 + 32 ? code - 128 : null;
  return {
    exitCode: signal === null ? code : null,
    signal,
    startedAt,
    endedAt: startedAt + Math.max(0, Math.round((down - up) * 1000)),
  };
}
