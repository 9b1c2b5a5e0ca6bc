import { readFileSync } from 'node:fs';

/**
 * kill -9 of one process, and only if it is one of this campaign: its environment names our data directory. Anything that is
 * no plain process id is refused, since 0 and negative numbers mean groups, and −1 means everybody. Gives whether it was killed.
 */
export function killOurs(pid: number, dataDir: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1 || pid === process.pid) return false;
  try {
    if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(dataDir)) return false;
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
