import { readStat } from './process-table.ts';
import { readProc } from './read-proc.ts';

/** More processes than this, of anybody, and it costs less to start another shim than to look at them. */
const mostLooks = 40;

/** The newest process of this machine (or container); Linux only. */
export const newestPid = (): number => Number(readProc('/proc/loadavg').trim().split(' ').at(-1));

/**
 * Whether nobody is left in the group and session of `leader` of those that were made after `since` (`newestPid()` of then).
 * False when that is too much to look through, or the numbers have begun anew.
 */
export function isAlone(leader: number, since: number): boolean {
  const newest = newestPid();
  if (!(newest >= since && newest - since <= mostLooks)) return false;
  for (let pid = since + 1; pid <= newest; pid++) {
    const row = readStat(pid);
    if (row && (row.group === leader || row.session === leader)) return false;
  }
  return true;
}
