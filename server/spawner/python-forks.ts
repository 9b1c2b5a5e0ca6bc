import { spawn, type ChildProcess } from 'node:child_process';
import { LineReader } from './line-reader.ts';
import type { StartOrder } from './protocol.ts';
import { pythonForksPy } from './python-forks-py.ts';

/** Servers at a time: one for each Python (with packages each list has its own) and environment. */
const most = 4;
/** Unused for so long, one is let go: it holds some 15 MB. */
const idleMs = 5 * 60_000;
/** Room for a cookie in the environment of a server. */
const cookieRoom = 200;

/** What becomes of an order. First `began` or `failed`; after `began` one of the other two. */
export interface ForkFate {
  began(pid: number): void;
  /** Its shim has ended; null: by a signal. */
  ended(exitCode: number | null): void;
  /** The server is gone: its shim goes on, and somebody else has to look after it. */
  orphaned(): void;
  /** Nothing was started, as far as is known: it has to start cold. */
  failed(): void;
}

interface Server {
  child: ChildProcess;
  ready: boolean;
  fates: Map<number, { fate: ForkFate; began: boolean }>;
  idle: NodeJS.Timeout | null;
}

/**
 * Fork servers: a Python that has its imports done and forks a process for each attempt, in a few milliseconds. The first
 * attempt makes the server and waits for it, which takes no longer than a start of its own. Where the environment of a
 * process cannot be written over (no /proc), everything starts cold. A server ends with the spawner: its input ends.
 */
export class PythonForks {
  /** By program and environment, least recently used first. */
  private readonly servers = new Map<string, Server>();
  /** Those whose server ended before it was ready: they start cold from now on. */
  private readonly unfit = new Set<string>();
  private next = 1;

  /** Takes the order, or says that it has to start cold. `fate` is called later, never from within. */
  take(order: StartOrder, startedAt: number, fate: ForkFate): boolean {
    const { warm, cookie, directory, argv, env, limits } = order;
    if (warm !== 'python' || process.platform !== 'linux' || cookie.length > cookieRoom) return false;
    const base = baseOf(env);
    const key = JSON.stringify([argv[0], base]);
    if (this.unfit.has(key)) return false;
    const server = this.servers.get(key) ?? this.open(key, argv[0], base);
    if (!server) return false;
    this.servers.delete(key);
    this.servers.set(key, server);
    this.letGoLater(key, server);
    const n = this.next++;
    server.fates.set(n, { fate, began: false });
    server.child.stdin?.write(
      `${JSON.stringify({ n, directory, cookie, env, limits, program: argv.at(-1), startedAt, owner: process.pid })}\n`,
    );
    return true;
  }

  /** Lets all go; what they forked goes on. */
  close(): void {
    for (const [key, server] of this.servers) this.letGo(key, server);
  }

  private open(key: string, program: string, env: Record<string, string>): Server | null {
    for (const [other, server] of this.servers) {
      if (this.servers.size < most) break;
      if (server.fates.size === 0) this.letGo(other, server);
    }
    if (this.servers.size >= most) return null;
    const child = spawn(program, ['-u', '-B', '-c', pythonForksPy], {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      // Whose it is, for people who look at processes; each attempt's own environment takes the place of all this.
      env: {
        ...env,
        DRAWLOOM_WARM: process.env.DRAWLOOM_DATA ?? '',
        DRAWLOOM_COOKIE: 'x'.repeat(cookieRoom),
      } as Record<string, string> as NodeJS.ProcessEnv,
    });
    const server: Server = { child, ready: false, fates: new Map(), idle: null };
    this.servers.set(key, server);
    const reader = new LineReader();
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of reader.push(chunk)) this.hear(server, line.split(' '));
    });
    child.stdin.on('error', () => {});
    child.on('error', () => this.gone(key, server));
    // What it said last is read before its end is taken for the end of all.
    child.on('close', () => this.gone(key, server));
    return server;
  }

  private hear(server: Server, [what, number, value]: string[]): void {
    if (what === 'r') {
      server.ready = true;
      return;
    }
    const n = Number(number);
    const known = server.fates.get(n);
    if (!known) return;
    if (what === 's') {
      known.began = true;
      known.fate.began(Number(value));
      return;
    }
    server.fates.delete(n);
    if (what === 'e' && known.began) known.fate.ended(Number(value) < 0 ? null : Number(value));
    else known.fate.failed();
  }

  private gone(key: string, server: Server): void {
    if (server.idle) clearTimeout(server.idle);
    if (this.servers.get(key) === server) this.servers.delete(key);
    if (!server.ready) this.unfit.add(key);
    const fates = [...server.fates.values()];
    server.fates.clear();
    for (const { fate, began } of fates) {
      if (began) fate.orphaned();
      else fate.failed();
    }
  }

  private letGoLater(key: string, server: Server): void {
    if (server.idle) clearTimeout(server.idle);
    server.idle = setTimeout(() => {
      if (server.fates.size === 0) this.letGo(key, server);
      else this.letGoLater(key, server);
    }, idleMs).unref();
  }

  private letGo(key: string, server: Server): void {
    if (server.idle) clearTimeout(server.idle);
    this.servers.delete(key);
    server.child.stdin?.end();
  }
}

/** What all attempts have in common. */
const baseOf = (env: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DRAWLOOM_') && name !== 'PYTHONPATH'));
