import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listProcesses } from '#server/spawner/process-table.ts';
import { killOurs } from './kill-ours.ts';
import type { Pages } from './pages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const lookEveryMs = 20;
const launchAgainMs = 250;

export type Part = 'launcher' | 'engine' | 'spawner' | 'web';

/** The product as `npm start` runs it. The launcher starts again what is killed; the launcher itself is started again here. */
export class Product {
  /**
   * How long the engine took from each start until it served, in ms: everything an earlier one left is classified by then.
   * Without the time in which it had no spawner to ask: how soon that comes back is the launcher's patience.
   */
  readonly starts: number[] = [];
  readonly fatal: string[] = [];
  private launcher: ChildProcess | null = null;
  private launcherKilled = false;
  private stopping = false;
  private output = '';
  private readonly looking: NodeJS.Timeout;
  private seenEngine: number | null = null;
  /** Killed, and perhaps not yet seen to be dead. */
  private readonly dead = new Set<number>();

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly pages: Pages,
  ) {
    this.looking = setInterval(() => this.lookForEngine(), lookEveryMs);
  }

  /** Starts it and gives the token for the owner's account, once everything answers. */
  async start(): Promise<string> {
    this.launch();
    await this.up();
    for (;;) {
      const token = /\/setup\?token=(\S+)/.exec(this.output)?.[1];
      if (token) return token;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }

  /** kill -9; gives whether there was anybody to kill. */
  kill(part: Part): boolean {
    const pid = this.pidOf(part);
    if (pid === null || this.dead.has(pid)) return false;
    if (part === 'launcher') this.launcherKilled = true;
    if (!killOurs(pid, this.dataDir)) return false;
    this.dead.add(pid);
    return true;
  }

  /** Whether engine and spawner live, as far as is known. */
  get hasEngine(): boolean {
    return [this.pidOf('engine'), this.pidOf('spawner')].every((pid) => pid !== null && !this.dead.has(pid));
  }

  /** Waits until all parts are there and the pages answer. */
  async up(): Promise<void> {
    while (!(this.hasEngine && this.seenEngine !== null && (await this.pages.answers())))
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }

  /** Ends it as Ctrl+C does. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.looking);
    const { launcher } = this;
    if (!launcher || launcher.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
    launcher.kill('SIGTERM');
    await ended;
  }

  private launch(): void {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const launcher = spawn(process.execPath, [path.join(root, 'dist/launcher.js')], {
      env: {
        ...inherited,
        DRAWLOOM_DATA: this.dataDir,
        DRAWLOOM_PORT: String(this.port),
        DRAWLOOM_GRACE_SEC: '1',
        DRAWLOOM_LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.launcher = launcher;
    for (const stream of [launcher.stdout, launcher.stderr])
      stream.on('data', (bytes: Buffer) => (this.output = (this.output + bytes.toString()).slice(-20_000)));
    launcher.on('exit', (exitCode, signal) => this.ended(exitCode, signal));
  }

  private ended(exitCode: number | null, signal: NodeJS.Signals | null): void {
    if (this.stopping) return;
    const killed = this.launcherKilled;
    // Whatever its predecessor left, it has to wait for that by itself.
    if (!killed) this.fatal.push(`the launcher ended with ${signal ?? exitCode}: ${this.output.slice(-500)}`);
    this.launcherKilled = false;
    this.output = '';
    setTimeout(() => this.stopping || this.launch(), launchAgainMs);
  }

  private pidOf(part: Part): number | null {
    const launcher = this.launcher?.exitCode === null && this.launcher.signalCode === null ? (this.launcher.pid ?? null) : null;
    if (part === 'launcher') return launcher;
    if (part === 'engine' || part === 'spawner') return this.pidFrom(`${part}.json`);
    const others = [this.pidFrom('engine.json'), this.pidFrom('spawner.json')];
    return (
      listProcesses().find(({ pid, parent }) => parent === launcher && this.isPages(pid) && !others.includes(pid))?.pid ?? null
    );
  }

  private isPages(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('next');
    } catch {
      return false;
    }
  }

  private pidFrom(file: string): number | null {
    try {
      return (JSON.parse(readFileSync(path.join(this.dataDir, file), 'utf8')) as { pid: number }).pid;
    } catch {
      return null;
    }
  }

  /** An engine that serves writes its address; the file's time is when it began to. */
  private lookForEngine(): void {
    const pid = this.pidFrom('engine.json');
    if (pid === null || pid === this.seenEngine) return;
    this.seenEngine = pid;
    const age = ageMs(pid);
    const file = statSync(path.join(this.dataDir, 'engine.json'), { throwIfNoEntry: false });
    if (age === null || !file) return;
    const spawner = statSync(path.join(this.dataDir, 'spawner.json'), { throwIfNoEntry: false });
    const withSpawner = spawner ? file.mtimeMs - spawner.mtimeMs : -1;
    const took = age - (Date.now() - file.mtimeMs);
    this.starts.push(withSpawner > 0 ? Math.min(took, withSpawner) : took);
  }
}

/** How long a process has been there, by the system's own clock of 10 ms; null where there is no /proc, or it is gone. */
function ageMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    const uptimeSec = Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]);
    return uptimeSec * 1000 - Number(fields[19]) * 10;
  } catch {
    return null;
  }
}
