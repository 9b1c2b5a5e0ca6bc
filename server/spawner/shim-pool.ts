import { spawn, type ChildProcess } from 'node:child_process';
import { attemptScript } from './attempt-script.ts';
import { startOf } from './process-table.ts';
import type { StartOrder } from './protocol.ts';
import { readProc } from './read-proc.ts';
import { resolveProgram } from './resolve-program.ts';

/** Ready at a time, at least. Each is a shell of less than 1 MB. */
const fewest = 2;
/** Of those who come back no more are kept. */
const most = 16;

/** Hears how the attempt of a shim ended; `lives`: the shim wrote the end down and could take another attempt. Gives whether it may. */
export type ShimEnded = (exitCode: number | null, lives: boolean) => boolean;

/** A shim as an attempt gets it. */
export interface PooledShim {
  pid: number;
  /** Start time, as the system says it. */
  start: string;
}

interface Shim extends PooledShim {
  child: ChildProcess;
  ended: ShimEnded | null;
}

/**
 * Shims that stay: each takes one attempt after the other, so that a start is a few lines to a shell that is there and not a
 * fork of this process, and its end a line from it. They have no environment but the name of their owner until they read
 * that of an attempt, and no cookie: `pid` names their start instead, and the program has the cookie. Where processes cannot
 * be told by their start at no cost (no /proc), there are none and everything starts cold. Those without an attempt end with the spawner, since their
 * input ends; the others when they have written the end of theirs.
 */
export class ShimPool {
  private readonly waiting: Shim[] = [];
  private filling = false;
  private closed = false;

  constructor() {
    this.fillLater();
  }

  get hasSome(): boolean {
    return this.waiting.length > 0;
  }

  /** Gives the attempt to a shim that waits; null when there is none, or when the order has to start cold. */
  hand(order: StartOrder, startedAt: number, ended: ShimEnded): PooledShim | null {
    const shim = this.waiting.at(-1);
    if (!shim) {
      this.fillLater();
      return null;
    }
    const uptime = readProc('/proc/uptime').split(' ')[0]!;
    const [program, ...args] = order.argv;
    const argv: StartOrder['argv'] = [resolveProgram(program, order.env.PATH ?? ''), ...args];
    const script = attemptScript({ ...order, argv }, `${shim.pid} ${shim.start}`, startedAt, uptime);
    if (script === null) return null;
    this.waiting.pop();
    shim.ended = ended;
    shim.child.stdin?.write(script);
    this.fillLater();
    return shim;
  }

  /** Lets those who wait go. */
  close(): void {
    this.closed = true;
    for (const { child } of this.waiting.splice(0)) child.stdin?.end();
  }

  /** One at a time, after what is asked for now: nobody waits for a fork that serves a later attempt. */
  private fillLater(): void {
    if (this.filling || this.closed || this.waiting.length >= fewest || process.platform !== 'linux') return;
    this.filling = true;
    setImmediate(() => {
      this.filling = false;
      if (!this.closed && this.waiting.length < fewest && this.add()) this.fillLater();
    });
  }

  private add(): boolean {
    const child = spawn('/bin/sh', ['-s', 'drawloom-shim'], {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      // Whose it is, for people who look at processes; no program of a task sees it.
      env: { DRAWLOOM_WARM: process.env.DRAWLOOM_DATA ?? '' } as Record<string, string> as NodeJS.ProcessEnv,
    });
    // It may end while it is being told: its exit says so.
    child.on('error', () => {});
    child.stdin.on('error', () => {});
    const { pid } = child;
    const start = pid === undefined ? null : startOf(pid);
    if (pid === undefined || start === null) return false;
    const shim: Shim = { child, pid, start, ended: null };
    this.waiting.push(shim);
    child.stdout.on('data', () => this.comesBack(shim));
    child.once('exit', (exitCode) => {
      const at = this.waiting.indexOf(shim);
      if (at >= 0) this.waiting.splice(at, 1);
      this.tell(shim, exitCode, false);
    });
    return true;
  }

  private comesBack(shim: Shim): void {
    const again = this.tell(shim, 0, true);
    if (!again || this.closed || this.waiting.length >= most) shim.child.stdin?.end();
    else this.waiting.push(shim);
  }

  private tell(shim: Shim, exitCode: number | null, lives: boolean): boolean {
    const { ended } = shim;
    shim.ended = null;
    return ended?.(exitCode, lives) ?? false;
  }
}
