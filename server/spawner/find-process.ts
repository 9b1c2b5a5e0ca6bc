import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, startOf } from './process-table.ts';
import type { ProcessRef, WatchOrder } from './protocol.ts';

/**
 * The living shim of an attempt; null when it does not live. It is who was recorded (pid, start time, boot, cookie all
 * match); when nothing was recorded, who wrote the directory's `pid` file, if it carries the attempt's cookie.
 */
export function findProcess(order: Pick<WatchOrder, 'cookie' | 'directory' | 'process'>, bootId: string): ProcessRef | null {
  const { process: recorded, cookie, directory } = order;
  if (recorded && recorded.bootId !== bootId) return null;
  const pid = recorded?.pid ?? readPid(directory);
  if (pid === null) return null;
  const start = startOf(pid);
  if (start === null || (recorded && recorded.pidStart !== start) || cookieOf(pid) !== cookie) return null;
  return { pid, pidStart: start, bootId };
}

function readPid(directory: string): number | null {
  try {
    const text = readFileSync(path.join(directory, 'pid'), 'latin1');
    return /^\d+\n$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}
