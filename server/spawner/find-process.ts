import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, startOf } from './process-table.ts';
import type { ProcessRef, WatchOrder } from './protocol.ts';
import { readExit } from './read-exit.ts';

/**
 * The living shim of an attempt; null when it does not live. It is who was recorded (pid, start time, boot, cookie all
 * match); when nothing was recorded, who wrote the directory's `pid` file, if it carries the attempt's cookie. With `exit` the
 * attempt is over, whoever lives: its shim may be that of another one by now.
 */
export function findProcess(order: Pick<WatchOrder, 'cookie' | 'directory' | 'process'>, bootId: string): ProcessRef | null {
  const { process: recorded, cookie, directory } = order;
  if ((recorded && recorded.bootId !== bootId) || readExit(directory)) return null;
  const written = readPid(directory);
  const pid = recorded?.pid ?? written?.pid ?? null;
  if (pid === null) return null;
  const start = startOf(pid);
  if (start === null || (recorded && recorded.pidStart !== start)) return null;
  // The shim of a warm interpreter began before it had an attempt: its start stands in the file in place of a cookie.
  const named = written?.pid === pid && written.start === start;
  if (!named && cookieOf(pid) !== cookie) return null;
  return { pid, pidStart: start, bootId };
}

function readPid(directory: string): { pid: number; start: string | null } | null {
  try {
    const parts = /^(\d+)(?: (\S+))?\n$/.exec(readFileSync(path.join(directory, 'pid'), 'latin1'));
    return parts ? { pid: Number(parts[1]), start: parts[2] ?? null } : null;
  } catch {
    return null;
  }
}
