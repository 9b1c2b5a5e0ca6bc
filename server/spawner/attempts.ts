import { endTree } from './end-tree.ts';
import { isAlone, newestPid } from './is-alone.ts';
import { findProcess } from './find-process.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { listCookies, startOf } from './process-table.ts';
import type { ProcessRef, ShimEnd, SpawnerMessage, StartOrder, WatchOrder } from './protocol.ts';
import { readExit } from './read-exit.ts';
import { PythonForks } from './python-forks.ts';
import { ShimPool } from './shim-pool.ts';
import { startCold } from './start-cold.ts';
import { TermOutside } from './term-outside.ts';
import { WarmPool } from './warm-pool.ts';

/** How often a shim that is no child of this spawner is looked at. */
const watchEveryMs = 200;
/** After the last end, how long until what left its group is searched for: one scan serves many ends. */
const sweepAfterMs = 1_000;

interface Living {
  id: string;
  cookie: string;
  directory: string;
  process: ProcessRef;
  /** Started by this spawner, so the system tells when it ends. */
  own: boolean;
  stopped: boolean;
  grace: NodeJS.Timeout | null;
  /** When what is left gets KILL, on the monotonic clock. */
  killAt: number;
}

type Begin = (pid: number, pidStart?: string) => Living;

/** The attempts that live, as this spawner knows them. Says what happens through `tell`. */
export class Attempts {
  private readonly living = new Map<string, Living>();
  private readonly endedCookies = new Set<string>();
  private cookies = new Set<string>();
  private cookiesReadAt = -Infinity;
  private watch: NodeJS.Timeout | null = null;
  private sweep: NodeJS.Timeout | null = null;
  private readonly outside = new TermOutside();
  private readonly warm = new WarmPool();
  private readonly shims = new ShimPool();
  private readonly forks = new PythonForks();
  /** Ordered of a fork server and not begun yet, with what has been asked of them meanwhile. */
  private readonly forking = new Map<string, { cookie: string; waiting: (() => void)[] }>();

  constructor(
    private readonly bootId: string,
    private readonly tell: (message: SpawnerMessage) => void,
  ) {}

  /** Starts an attempt under its shim; one that lives already, or has lived, is not started again. */
  start(order: StartOrder): void {
    const { id, cookie, directory, files } = order;
    const before = this.living.get(id);
    if (before) return this.tell({ type: 'started', id, at: Date.now(), process: before.process });
    if (this.forking.has(id)) return;
    try {
      if (!prepareDirectory(directory, files, () => this.startedBefore(order))) return;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const full = code === 'ENOSPC' || code === 'EDQUOT';
      this.tell({
        type: 'refused',
        id,
        code: full ? 'disk' : 'spawn',
        message: full
          ? 'The disk is full: the directory of the attempt could not be made. Make room and try again.'
          : `The directory of the attempt could not be made: ${message}`,
      });
      return;
    }
    const startedAt = Date.now();
    const begin: Begin = (pid, pidStart = startOf(pid) ?? 'ended') => {
      const process: ProcessRef = { pid, pidStart, bootId: this.bootId };
      const living: Living = { id, cookie, directory, process, own: true, stopped: false, grace: null, killAt: Infinity };
      this.living.set(id, living);
      this.tell({ type: 'started', id, at: startedAt, process });
      return living;
    };
    if (this.byFork(order, startedAt, begin)) return;
    const warm = this.warm.hand(order, startedAt);
    if (!warm && this.inPool(order, startedAt, begin)) return;
    const refuse = (code: string, message: string) => this.tell({ type: 'refused', id, code, message });
    const child = warm ?? startCold(order, startedAt, refuse);
    if (!child?.pid) return;
    const living = begin(child.pid);
    child.on('exit', (exitCode) => void this.ended(living, exitCode));
  }

  /** Lets a fork server start the attempt; what is asked of it before that is done waits until it has. */
  private byFork(order: StartOrder, startedAt: number, begin: Begin): boolean {
    const { id, cookie } = order;
    let living: Living | null = null;
    const begun = () => {
      const { waiting = [] } = this.forking.get(id) ?? {};
      this.forking.delete(id);
      for (const act of waiting) act();
    };
    const taken = this.forks.take(order, startedAt, {
      began: (pid) => {
        living = begin(pid);
        begun();
      },
      ended: (exitCode) => living && void this.ended(living, exitCode),
      orphaned: () => living && this.lookAfter(living),
      failed: () => {
        const { warm: _, ...cold } = order;
        const { waiting = [] } = this.forking.get(id) ?? {};
        this.forking.delete(id);
        this.start(cold);
        for (const act of waiting) act();
      },
    });
    if (taken) this.forking.set(id, { cookie, waiting: [] });
    return taken;
  }

  /** Hands the attempt to a shim of the pool; false when it has to start cold. */
  private inPool(order: StartOrder, startedAt: number, begin: Begin): boolean {
    const since = this.shims.hasSome ? newestPid() : 0;
    let living: Living | null = null;
    const shim = this.shims.hand(order, startedAt, (exitCode, lives) =>
      living ? this.ended(living, exitCode, lives ? () => isAlone(living!.process.pid, since) : undefined) : false,
    );
    if (shim) living = begin(shim.pid, shim.start);
    return shim !== null;
  }

  /** Looks after an attempt that somebody else started; answers whether it lives. */
  watchOver(order: WatchOrder): void {
    const { id, cookie, directory } = order;
    const forking = this.forking.get(id);
    if (forking) return void forking.waiting.push(() => this.watchOver(order));
    const found = this.living.get(id);
    const known = found?.cookie === cookie ? found : undefined;
    const process = known?.process ?? findProcess(order, this.bootId);
    if (process && !known) this.adopt({ id, cookie, directory, process });
    if (!process) {
      // What outlived a shim that was killed would run beside the next attempt; so would a shim that nobody knows.
      const shim = findProcess({ cookie, directory, process: null }, this.bootId);
      if (shim || this.cookiesNow().has(cookie)) endTree(shim?.pid ?? null, (found) => found === cookie);
    }
    this.tell({ type: 'watching', id, process });
  }

  /** TERM now, KILL for what is left after `graceMs`. Asking again can only bring the KILL forward; an unknown id is ignored. */
  stop(id: string, graceMs: number): void {
    this.forking.get(id)?.waiting.push(() => this.stop(id, graceMs));
    const living = this.living.get(id);
    if (!living) return;
    if (!living.stopped) {
      living.stopped = true;
      signalGroup(living.process.pid, 'SIGTERM');
      // With no grace they are killed at once, wherever they are.
      if (graceMs > 0) this.outside.add(living.cookie, living.process.pid);
    }
    const killAt = performance.now() + graceMs;
    if (killAt >= living.killAt) return;
    living.killAt = killAt;
    if (living.grace) clearTimeout(living.grace);
    living.grace = setTimeout(() => this.kill(living), graceMs);
  }

  /** Ends what carries a cookie of `home` that is not current; gives how many processes. */
  endStrays(home: string, current: ReadonlySet<string>): number {
    const stray = (cookie: string) => cookie.startsWith(`${home}.`) && !current.has(cookie);
    let ended = 0;
    for (const [id, { cookie, waiting }] of this.forking) if (stray(cookie)) waiting.push(() => this.stop(id, 0));
    for (const living of this.living.values()) {
      if (!stray(living.cookie)) continue;
      living.stopped = true;
      // A shim of the pool has no cookie.
      const { pid, pidStart } = living.process;
      if (startOf(pid) === pidStart) ended += endTree(pid, (cookie) => cookie === living.cookie);
    }
    return ended + endTree(null, stray);
  }

  /** Forgets timers; the attempts go on under their shims. */
  close(): void {
    for (const living of this.living.values()) if (living.grace) clearTimeout(living.grace);
    if (this.watch) clearInterval(this.watch);
    if (this.sweep) clearTimeout(this.sweep);
    this.outside.close();
    this.warm.close();
    this.shims.close();
    this.forks.close();
  }

  /** Whether this start was carried out before, by this spawner or by one that is gone; then says what became of it. */
  private startedBefore(order: StartOrder): boolean {
    const { id, cookie, directory } = order;
    const process = findProcess({ cookie, directory, process: null }, this.bootId);
    const end = process ? null : readExit(directory);
    if (!process && !end) return false;
    const ref = process ?? { pid: 0, pidStart: 'ended', bootId: this.bootId };
    if (process) this.adopt({ id, cookie, directory, process });
    this.tell({ type: 'started', id, at: end?.startedAt ?? Date.now(), process: ref });
    if (end) this.tell({ type: 'ended', id, end: { at: end.endedAt, exitCode: 0, stopped: false } });
    return true;
  }

  /** Cookies of all living processes, not older than a moment: a restarted engine asks for a thousand attempts at once. */
  private cookiesNow(): Set<string> {
    const now = performance.now();
    if (now - this.cookiesReadAt > 100) {
      this.cookies = new Set(listCookies().values());
      this.cookiesReadAt = now;
    }
    return this.cookies;
  }

  private adopt(who: Pick<Living, 'id' | 'cookie' | 'directory' | 'process'>): void {
    const living: Living = { ...who, own: false, stopped: false, grace: null, killAt: Infinity };
    this.living.set(who.id, living);
    this.lookAfter(living);
  }

  /** Nobody tells of its end: it is looked at now and then. */
  private lookAfter(living: Living): void {
    living.own = false;
    this.watch ??= setInterval(() => this.lookAtAdopted(), watchEveryMs);
  }

  private lookAtAdopted(): void {
    let left = 0;
    for (const living of [...this.living.values()]) {
      if (living.own) continue;
      if (startOf(living.process.pid) === living.process.pidStart) left++;
      else void this.ended(living, null);
    }
    if (left === 0 && this.watch) {
      clearInterval(this.watch);
      this.watch = null;
    }
  }

  private kill(living: Living): void {
    if (!this.living.has(living.id)) return;
    const { pid, pidStart } = living.process;
    const same = startOf(pid) === pidStart;
    endTree(same ? pid : null, (cookie) => cookie === living.cookie);
  }

  /** `isAlone` is asked when its shim lives on and could be kept; gives whether it may be. */
  private ended(living: Living, exitCode: number | null, isAlone: () => boolean = () => false): boolean {
    if (!this.living.delete(living.id)) return false;
    if (living.grace) clearTimeout(living.grace);
    // Nothing may be left: neither in the group (one call tells), nor, after a stop or a killed shim, anywhere else.
    const whole = living.stopped || exitCode === null;
    const kept = !whole && isAlone();
    const left = !kept && signalGroup(living.process.pid, 'SIGKILL');
    if (whole || left) endTree(null, (cookie) => cookie === living.cookie);
    else this.sweepLater(living.cookie);
    const end: ShimEnd = { at: Date.now(), exitCode, stopped: living.stopped };
    this.tell({ type: 'ended', id: living.id, end });
    return kept;
  }

  /** Children that left the group of an attempt that ended by itself are found by their cookie, many at once. */
  private sweepLater(cookie: string): void {
    this.endedCookies.add(cookie);
    this.sweep ??= setTimeout(() => {
      this.sweep = null;
      const ended = new Set(this.endedCookies);
      this.endedCookies.clear();
      const left = [...listCookies().values()].some((found) => ended.has(found));
      if (left) endTree(null, (found) => ended.has(found));
    }, sweepAfterMs);
  }
}

/** Signals a process group; false when there is none. */
function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}
