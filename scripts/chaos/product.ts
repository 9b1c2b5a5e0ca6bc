import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Sibling } from '#server/launcher/supervise.ts';
import { killOurs } from './kill-ours.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** How long the engine took from each start to `ready`, in ms: everything an earlier one left is classified by then. */
export type Starts = number[];

/** Spawner and engine from dist/, watched over as the launcher does it: what is killed starts again. */
export class Product {
  readonly starts: Starts = [];
  readonly fatal: number[] = [];
  private readonly spawner: Sibling;
  private readonly engine: Sibling;
  /** Null while it is down, or not known to be up. */
  private readonly pids: { engine: number | null; spawner: number | null } = { engine: null, spawner: null };
  private engineStarted = false;
  private waiting: (() => void)[] = [];

  constructor(private readonly dataDir: string) {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const env = {
      ...inherited,
      DRAWLOOM_DATA: dataDir,
      DRAWLOOM_GRACE_SEC: '1',
      DRAWLOOM_LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    } as NodeJS.ProcessEnv;
    const sibling = (name: 'spawner' | 'engine', onReady: () => void) =>
      new Sibling({
        name,
        argv: [process.execPath, path.join(root, `dist/${name}.js`)],
        env,
        fatalExitCodes: [2, 78],
        onReady,
        onFatal: (code) => this.fatal.push(code),
        say: () => {},
      });
    this.spawner = sibling('spawner', () => {
      this.pids.spawner = this.pidFrom('spawner.json');
      if (!this.engineStarted) this.startEngine();
      this.wake();
    });
    this.engine = sibling('engine', () => {
      this.pids.engine = this.pidFrom('engine.json');
      this.starts.push(ageMs(this.pids.engine));
      this.wake();
    });
  }

  async start(): Promise<void> {
    this.spawner.start();
    await this.until(() => this.isUp);
  }

  /** kill -9; gives whether there was anybody to kill. */
  kill(who: 'engine' | 'spawner'): boolean {
    const pid = this.pids[who];
    if (pid === null || !killOurs(pid, this.dataDir)) return false;
    this.pids[who] = null;
    return true;
  }

  /** Whether both answer again. */
  get isUp(): boolean {
    return this.pids.engine !== null && this.pids.spawner !== null;
  }

  async until(look: () => boolean): Promise<void> {
    while (!look()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    await this.engine.stop(10_000);
    await this.spawner.stop(3_000);
  }

  private startEngine(): void {
    this.engineStarted = true;
    this.engine.start();
  }

  private pidFrom(file: string): number {
    return (JSON.parse(readFileSync(path.join(this.dataDir, file), 'utf8')) as { pid: number }).pid;
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** How long a process has been there, by the system's own clock of 10 ms; 0 where there is no /proc. */
function ageMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    const uptimeSec = Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]);
    return uptimeSec * 1000 - Number(fields[19]) * 10;
  } catch {
    return 0;
  }
}
