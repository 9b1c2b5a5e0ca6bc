import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mismatch } from './judged.ts';
import { builtTimes, judges } from './judges.ts';

/** How a table was met. `notBuilt`: cases of a kind that we do not know; they are no mismatch. */
export interface JudgedFile {
  cases: number;
  notBuilt: number;
  mismatches: Mismatch[];
}

/** The kind of a table by the name of its file: `plain.jsonl`, `plain-7.jsonl`, `more.plain.jsonl`; null when no kind fits. */
export function kindOfFile(file: string): string | null {
  const name = path.basename(file);
  const kinds = Object.keys(judges).sort((a, b) => b.length - a.length);
  return kinds.find((kind) => name.startsWith(kind)) ?? kinds.find((kind) => name.includes(kind)) ?? null;
}

/** Judges every line of a table. Throws when the file cannot be read or a line is no JSON. */
export function judgeFile(file: string): JudgedFile {
  const kind = kindOfFile(file);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const result: JudgedFile = { cases: 0, notBuilt: 0, mismatches: [] };
  lines.forEach((line, at) => {
    const given = JSON.parse(line) as { id?: string; kind?: string };
    if (kind === null || (kind === 'times' && !builtTimes.includes(given.kind ?? ''))) {
      result.notBuilt++;
      return;
    }
    result.cases++;
    const mismatch = judgeLine(kind, given, given.id ?? `line ${at + 1}`);
    if (mismatch !== null) result.mismatches.push(mismatch);
  });
  return result;
}

/** What a judge throws is what we got. */
function judgeLine(kind: string, given: unknown, id: string): Mismatch | null {
  try {
    return judges[kind]!(given);
  } catch (error) {
    return { id, expected: 'a result', got: String(error) };
  }
}
