import { readFileSync } from 'node:fs';

let last: { count: number; at: number } | null = null;

/**
 * How many processes the system has ended for want of memory, in this container or on this machine; 0 where it does not say.
 * A count that was read at most `maxAgeMs` ago will do: the system adds numbers of all its processors up for it, which would be
 * the dearest part of the start of a short program.
 */
export function oomKills(maxAgeMs = 0): number {
  const now = performance.now();
  if (!last || now - last.at >= maxAgeMs) last = { count: read(), at: now };
  return last.count;
}

function read(): number {
  for (const file of ['/sys/fs/cgroup/memory.events', '/proc/vmstat']) {
    try {
      const count = /^oom_kill (\d+)$/m.exec(readFileSync(file, 'latin1'))?.[1];
      if (count !== undefined) return Number(count);
    } catch {
      // No Linux, or no cgroup of version 2.
    }
  }
  return 0;
}
