import { listCookies, listProcesses, type ProcessRow } from './process-table.ts';

/** A process that is made while its parent is being ended can be missed once, hardly twice. */
const rounds = 20;

/** Everything that belongs to an attempt: its group, its session, its cookie, and whatever descends from one of these. */
function treeOf(leader: number | null, mine: (cookie: string) => boolean): ProcessRow[] {
  const all = listProcesses();
  const cookies = listCookies();
  const found = new Set<number>();
  const belongs = (row: ProcessRow) =>
    (leader !== null && (row.pid === leader || row.group === leader || row.session === leader)) ||
    mine(cookies.get(row.pid) ?? '') ||
    found.has(row.parent);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const row of all) if (row.pid !== process.pid && belongs(row)) found.add(row.pid);
  }
  return all.filter((row) => found.has(row.pid));
}

/**
 * Ends (KILL) the processes of attempts: everything whose cookie `mine` accepts, and, when `leader` is given, the process
 * group and session it leads (the caller has checked that this pid is still who it was). Children that left the group
 * are found by cookie, those that also dropped their environment by descent. Gives how many were ended.
 */
export function endTree(leader: number | null, mine: (cookie: string) => boolean): number {
  const ended = new Set<number>();
  for (let round = 0; round < rounds; round++) {
    const tree = treeOf(leader, mine).filter((row) => row.pid > 1);
    if (tree.length === 0) break;
    // The shim first: the end of its program by us is not to be written down as an end of its own.
    tree.sort((a, b) => Number(b.pid === leader) - Number(a.pid === leader));
    for (const { pid } of tree) {
      try {
        process.kill(pid, 'SIGKILL');
        ended.add(pid);
      } catch {
        // It ended by itself meanwhile, or belongs to somebody else and cannot be ours.
      }
    }
  }
  return ended.size;
}
