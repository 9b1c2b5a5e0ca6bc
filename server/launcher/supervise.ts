import { spawn, type ChildProcess } from 'node:child_process';

/** What a sibling says over its IPC channel when it can take work. */
export interface ReadyMessage {
  type: 'ready';
  /** One-time token for the first owner, while there is none. */
  setupToken?: string;
}

export interface SiblingOptions {
  name: 'spawner' | 'engine' | 'web';
  argv: [string, ...string[]];
  env: NodeJS.ProcessEnv;
  /** Exit codes that mean "starting again cannot help": the launcher stops everything. */
  fatalExitCodes: number[];
  /** Most it waits before it is started again, in ms; 5 s when missing. */
  longestDelayMs?: number;
  onReady(message: ReadyMessage): void;
  onFatal(exitCode: number): void;
  say(line: string): void;
}

const firstDelayMs = 100;
const longestDelayMs = 5_000;
/** A sibling that stayed up this long starts again with the shortest delay. */
const calmMs = 30_000;

/** One of the three processes: started, and started again with growing delays when it dies. The others go on meanwhile. */
export class Sibling {
  private child: ChildProcess | null = null;
  private stopping = false;
  private delayMs = firstDelayMs;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: SiblingOptions) {}

  /** Starts it; gives its process id when the system gave one. */
  start(): number | undefined {
    const { argv, env, name } = this.options;
    const startedAt = performance.now();
    const child = spawn(argv[0], argv.slice(1), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready')
        this.options.onReady(message as ReadyMessage);
    });
    child.on('error', (error) => this.options.say(`${name} could not be started: ${error.message}`));
    child.on('exit', (exitCode, signal) => {
      this.child = null;
      if (this.stopping) return;
      if (exitCode !== null && this.options.fatalExitCodes.includes(exitCode)) {
        this.options.onFatal(exitCode);
        return;
      }
      if (performance.now() - startedAt > calmMs) this.delayMs = firstDelayMs;
      this.options.say(`${name} ended (${signal ?? `exit ${exitCode}`}); it starts again in ${this.delayMs} ms`);
      this.timer = setTimeout(() => this.start(), this.delayMs);
      this.delayMs = Math.min(this.options.longestDelayMs ?? longestDelayMs, this.delayMs * 2);
    });
    return child.pid;
  }

  /** Asks it to end (TERM), and ends it (KILL) when it has not within `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      const last = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.once('exit', () => {
        clearTimeout(last);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }
}
