import { existsSync, readFileSync } from 'node:fs';

/** One attempt as its own task wrote it down; times in ms. */
export interface LedgerEntry {
  runId: string;
  task: string;
  attempt: number;
  begins: number[];
  ends: number[];
}

/** Reads what the tasks wrote, by `run task attempt`. */
export function readLedger(file: string): Map<string, LedgerEntry> {
  const entries = new Map<string, LedgerEntry>();
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const line of text.split('\n')) {
    const [word, runId, task, attempt, at] = line.split(' ');
    if (!runId || !task || !attempt || !at) continue;
    const key = `${runId} ${task} ${attempt}`;
    let entry = entries.get(key);
    if (!entry) entries.set(key, (entry = { runId, task, attempt: Number(attempt), begins: [], ends: [] }));
    (word === 'begin' ? entry.begins : entry.ends).push(Number(at));
  }
  return entries;
}
