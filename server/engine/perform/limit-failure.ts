import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { ProgramEnd } from '#server/spawner/read-exit.ts';
import type { FinalOutcome } from './end-of-attempt.ts';
import type { TaskLimits } from './task-limits.ts';

const tailBytes = 8 * 1024;
/** SIGABRT, SIGXCPU: the same numbers on Linux and macOS. */
const [abort, cpuTime] = [6, 24];

/** What interpreters say last when they get no more memory, whatever the limit was. */
const heap = /JavaScript heap out of memory/;
const python = /^MemoryError\b/m;
/** Said by anything under a limit of memory; without one it may be about something else. */
const refusedMemory = /Cannot allocate memory|std::bad_alloc|[Oo]ut of memory|MemoryError/;

/**
 * Whether a program that failed was ended by a limit, told by its signal and the end of its stderr: `cpu` or `oom`; else null.
 * A kill by the system for want of memory is told elsewhere, by the system's own count.
 */
export function limitFailure(directory: string, end: ProgramEnd, limits: TaskLimits = {}): FinalOutcome | null {
  if (end.signal === cpuTime) {
    const most = limits.cpuSec === undefined ? 'all' : `its ${limits.cpuSec} s`;
    return failed('cpu', `cpu: it used ${most} of processor time`);
  }
  if (end.exitCode === 0) return null;
  const said = stderrTail(directory);
  const full =
    (end.signal === abort && heap.test(said)) ||
    (end.exitCode === 1 && python.test(said)) ||
    (limits.memoryMb !== undefined && refusedMemory.test(said));
  if (!full) return null;
  return failed(
    'oom',
    limits.memoryMb === undefined ? 'oom: it got no more memory' : `oom: it wanted more than its ${limits.memoryMb} MiB`,
  );
}

const failed = (code: string, message: string): FinalOutcome => ({ type: 'failed', error: { code, message }, retry: 'policy' });

function stderrTail(directory: string): string {
  let file: number | undefined;
  try {
    file = openSync(path.join(directory, 'stderr'), 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
