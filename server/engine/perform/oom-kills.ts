import { readFileSync } from 'node:fs';

/** How many processes the system has ended for want of memory, in this container or on this machine; 0 where it does not say. */
export function oomKills(): number {
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
