import { spawn, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';
import { startOf } from './process-table.ts';
import type { StartOrder, WarmKind } from './protocol.ts';
import { readProc } from './read-proc.ts';
import { warmJavascript } from './warm-javascript.ts';
import { warmShim } from './warm-shim.ts';

/** Ready at a time, of each kind. */
const keep = 2;
/** A short task has the processor for itself so long. */
const underWayMs = 25;
/** Tasks that follow each other sooner need the next interpreter at once. */
const rushMs = 250;
/** Unused for so long, they are let go: each holds memory. */
const idleMs = 5 * 60_000;
/** Room for a cookie in the environment of a process that waits. */
const cookieRoom = 200;

/** Interpreters that cannot be forked (python-forks.ts). */
type PooledKind = Exclude<WarmKind, 'python'>;

interface Slot {
  child: ChildProcess;
  start: string;
  ready: boolean;
}
interface Pool {
  /** What they were started with; attempts that want another environment get a pool of their own. */
  key: string;
  slots: Slot[];
  idle: NodeJS.Timeout | null;
  /** On the monotonic clock. */
  usedAt: number;
}

const programs = {
  javascript: ['--no-warnings', '-e', warmJavascript],
};

/**
 * Interpreters that were started beforehand and wait for one attempt each, behind a shim of their own. One attempt a process,
 * so that nothing of one task is seen by the next; another is started in its place. The first attempt of a kind starts cold
 * and makes the pool. Where processes cannot be marked (no /proc), everything starts cold. A pool that dies with its spawner
 * ends by itself: those who wait read the end of their input.
 */
export class WarmPool {
  private readonly pools = new Map<PooledKind, Pool>();
  private closed = false;

  /** Gives the attempt to one that waits and is ready; null when there is none: then it starts cold. */
  hand(order: StartOrder, startedAt: number): ChildProcess | null {
    const { warm: kind, cookie, directory, argv, env } = order;
    // One that waits was started without limits.
    if (order.limits) return null;
    if (kind !== 'javascript' || process.platform !== 'linux' || cookie.length > cookieRoom) return null;
    const pool = this.poolFor(kind, argv[0], env);
    const lives = pool.slots.filter(({ start, child }) => child.pid && startOf(child.pid) === start);
    // One that is still on its way is there sooner than one that has to set out.
    const slot = lives.find(({ ready }) => ready) ?? lives[0];
    pool.slots = pool.slots.filter((other) => other !== slot);
    this.fillLater(kind, pool, argv[0], env);
    const pid = slot?.child.pid;
    if (!slot || !pid) return null;
    const uptime = readProc('/proc/uptime').split(' ')[0];
    const line = JSON.stringify({ pid, start: slot.start, directory, cookie, env, program: argv.at(-1) });
    // The shim's line first: should we die in between, nothing has begun.
    (slot.child.stdio[3] as Writable).end(`${startedAt} ${uptime} ${directory}\n`);
    slot.child.stdin?.end(`${line}\n`);
    return slot.child;
  }

  /** Lets those who wait go. */
  close(): void {
    this.closed = true;
    for (const kind of [...this.pools.keys()]) this.drain(kind);
  }

  private poolFor(kind: PooledKind, program: string, env: Record<string, string>): Pool {
    const key = JSON.stringify([program, baseOf(env)]);
    let pool = this.pools.get(kind);
    if (pool?.key !== key) {
      this.drain(kind);
      pool = { key, slots: [], idle: null, usedAt: -Infinity };
      this.pools.set(kind, pool);
    }
    if (pool.idle) clearTimeout(pool.idle);
    pool.idle = setTimeout(() => this.drain(kind), idleMs).unref();
    return pool;
  }

  /** After what is asked for now, so that nobody waits for a fork that serves a later attempt; a task now and then is left alone first. */
  private fillLater(kind: PooledKind, pool: Pool, program: string, env: Record<string, string>): void {
    const now = performance.now();
    const isRush = now - pool.usedAt < rushMs || pool.slots.length === 0;
    pool.usedAt = now;
    setTimeout(
      () => {
        while (!this.closed && this.pools.get(kind) === pool && pool.slots.length < keep) {
          const slot = prestart(kind, program, baseOf(env));
          if (!slot) return;
          pool.slots.push(slot);
          const gone = () => {
            const at = pool.slots.indexOf(slot);
            if (at >= 0) pool.slots.splice(at, 1);
          };
          slot.child.once('exit', gone);
          slot.child.stdout?.once('data', () => (slot.ready = true));
        }
      },
      isRush ? 0 : underWayMs,
    ).unref();
  }

  private drain(kind: PooledKind): void {
    const pool = this.pools.get(kind);
    if (!pool) return;
    this.pools.delete(kind);
    if (pool.idle) clearTimeout(pool.idle);
    // They have no attempt, so nothing is lost; the end of their input would be read only once they have begun.
    for (const { child, start } of pool.slots.splice(0)) {
      if (!child.pid || startOf(child.pid) !== start) continue;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone meanwhile.
      }
    }
  }
}

/** What all attempts have in common. */
const baseOf = (env: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DRAWLOOM_') && name !== 'PYTHONPATH'));

function prestart(kind: PooledKind, program: string, env: Record<string, string>): Slot | null {
  const child = spawn('/bin/sh', ['-c', warmShim, 'drawloom-shim', program, ...programs[kind]], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    // Whose it is, for people who look at processes; the attempt's own environment takes the place of all this.
    env: {
      ...env,
      DRAWLOOM_WARM: process.env.DRAWLOOM_DATA ?? '',
      DRAWLOOM_COOKIE: 'x'.repeat(cookieRoom),
    } as Record<string, string> as NodeJS.ProcessEnv,
  });
  // It may end while it is being told: its exit says so.
  child.on('error', () => {});
  for (const pipe of child.stdio) pipe?.on('error', () => {});
  const start = child.pid === undefined ? null : startOf(child.pid);
  return start === null ? null : { child, start, ready: false };
}
