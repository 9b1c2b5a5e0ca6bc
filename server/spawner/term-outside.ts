import { listCookies, listProcesses } from './process-table.ts';

/** A thousand attempts that are stopped together are one look at the process table. */
const gatherMs = 10;

/**
 * TERM for those of an attempt that have left its process group (a session of their own): found by their cookie, all that
 * are stopped within a moment together. What has dropped its environment, too, is found by descent at KILL (`endTree`).
 */
export class TermOutside {
  /** Group that was told already, by cookie. */
  private readonly groups = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  /** The group of the attempt with this cookie has been told to end. */
  add(cookie: string, group: number): void {
    this.groups.set(cookie, group);
    this.timer ??= setTimeout(() => this.tell(), gatherMs);
  }

  /** Tells nobody any more. */
  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private tell(): void {
    this.timer = null;
    const cookies = listCookies();
    for (const { pid, group } of listProcesses()) {
      const told = this.groups.get(cookies.get(pid) ?? '');
      if (told === undefined || told === group || pid === process.pid) continue;
      try {
        process.kill(pid, 'SIGTERM');
      } catch {
        // It has ended meanwhile.
      }
    }
    this.groups.clear();
  }
}
