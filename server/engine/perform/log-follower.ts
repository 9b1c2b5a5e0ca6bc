import { watch, type FSWatcher } from 'node:fs';
import type { LogTail } from './log-tail.ts';

/** A program that ends sooner is read once, at its end: most do. */
const patienceMs = 40;
/** Bytes that come in meanwhile go into one chunk. */
const gatherMs = 30;
/** The system's notices are not to be relied on (network file systems, their number is limited). */
const lookEveryMs = 1_000;

interface Followed {
  tail: LogTail;
  directory: string;
  since: number;
  watcher: FSWatcher | null;
  fresh: boolean;
  tooLarge: (() => void) | null;
}

/** Follows the logs of all programs that run, with one timer. Nothing wakes up while there is none. */
export class LogFollower {
  private readonly followed = new Map<string, Followed>();
  private timer: NodeJS.Timeout | null = null;
  private dueAt = Infinity;

  /** `fileCapBytes`: files of an attempt over this size fill the disk; its program is to be ended. */
  constructor(readonly fileCapBytes: number) {}

  add(id: string, directory: string, tail: LogTail, tooLarge: () => void): void {
    this.followed.set(id, { tail, directory, since: performance.now(), watcher: null, fresh: true, tooLarge });
    this.lookWithin(patienceMs);
  }

  remove(id: string): void {
    this.followed.get(id)?.watcher?.close();
    this.followed.delete(id);
    if (this.followed.size === 0) this.rest();
  }

  close(): void {
    for (const id of [...this.followed.keys()]) this.remove(id);
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.dueAt = Infinity;
  }

  private lookWithin(ms: number): void {
    const dueAt = performance.now() + ms;
    if (dueAt >= this.dueAt) return;
    if (this.timer) clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => this.look(), ms);
  }

  private look(): void {
    this.timer = null;
    this.dueAt = Infinity;
    let soon = false;
    const now = performance.now();
    for (const one of this.followed.values()) {
      const young = now - one.since < patienceMs - 5;
      if (young) {
        soon = true;
        continue;
      }
      // Notices only say that something came; a look at the sizes costs little, so it is made for every program each time.
      one.watcher ??= this.watch(one);
      one.fresh = one.tail.step();
      soon ||= one.fresh;
      if (one.tooLarge && one.tail.size() > this.fileCapBytes) {
        one.tooLarge();
        one.tooLarge = null;
      }
    }
    if (this.followed.size > 0) this.lookWithin(soon ? gatherMs : lookEveryMs);
  }

  private watch(one: Followed): FSWatcher | null {
    try {
      const watcher = watch(one.directory, { persistent: false }, () => this.lookWithin(gatherMs));
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return null;
    }
  }
}
