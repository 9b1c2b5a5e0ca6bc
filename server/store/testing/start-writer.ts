import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

/** A process of writer-process.ts. */
export interface Writer {
  /** Seqs that were acknowledged, as far as they were read. */
  acknowledged: number[];
  /** Resolves when this many were acknowledged. */
  reached(count: number): Promise<void>;
  /** Resolves with the exit code, null after a kill, when it has ended and all it said was read. */
  ended: Promise<number | null>;
  /** `kill -9`. */
  kill(): void;
}

/** Starts a process that writes turns `1 … count` to a run. */
export function startWriter(url: string, runId: string, count: number): Writer {
  const program = path.join(import.meta.dirname, 'writer-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, url, runId, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  const waiting: { count: number; resolve: () => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(Number(line));
    for (const one of waiting) if (acknowledged.length >= one.count) one.resolve();
  });
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      for (const one of waiting) one.reject(new Error(`the writer ended after ${acknowledged.length} turns`));
      resolve(code);
    }),
  );
  return {
    acknowledged,
    ended,
    reached: (wanted) =>
      acknowledged.length >= wanted
        ? Promise.resolve()
        : new Promise((resolve, reject) => waiting.push({ count: wanted, resolve, reject })),
    kill: () => child.kill('SIGKILL'),
  };
}
