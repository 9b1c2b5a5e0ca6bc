import { expect } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** What a program said and how it ended. */
export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A port of 127.0.0.1 that nobody has. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** One of the empty databases of `npm run e2e -- --postgres`; null: SQLite, in the data directory. Each is taken once, also by workers that follow each other. */
function takeDatabase(): string | null {
  const folder = process.env.DRAWLOOM_E2E_DATABASES;
  if (!folder) return null;
  const file = path.join(folder, readdirSync(folder)[0] ?? 'none is left');
  const url = readFileSync(file, 'utf8');
  rmSync(file);
  return url;
}

/** The product as a person starts it: `npm start` on a data directory of its own. */
export class Product {
  private launcher: ChildProcess | null = null;
  private output = '';

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly databaseUrl: string | null,
  ) {}

  /** One on a fresh data directory and a free port; not started yet. */
  static async fresh(): Promise<Product> {
    return new Product(mkdtempSync(path.join(os.tmpdir(), 'drawloom-e2e-')), await freePort(), takeDatabase());
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it has printed so far. */
  get printed(): string {
    return this.output;
  }

  /** The address with the one-time token, as printed; empty when there is an owner. */
  get setupAddress(): string {
    return /http:\/\/\S+\/setup\?token=\S+/.exec(this.output)?.[0] ?? '';
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<void> {
    this.output = '';
    const launcher = this.spawnLauncher();
    this.launcher = launcher;
    launcher.stdout?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    launcher.stderr?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    await expect
      .poll(
        () => {
          if (launcher.exitCode !== null) throw new Error(`the product ended with ${launcher.exitCode}:\n${this.output}`);
          return this.output;
        },
        { timeout: 60_000, intervals: [50], message: 'the product starts' },
      )
      .toContain('ready at');
  }

  /** Starts it once more on the same data (another port, or the same) and waits until that one has ended. */
  async startAgain(port: number, dataDir = this.dataDir): Promise<Ended> {
    const launcher = this.spawnLauncher(port, dataDir);
    let stdout = '';
    let stderr = '';
    launcher.stdout?.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
    launcher.stderr?.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    const exitCode = await new Promise<number>((resolve) => launcher.once('close', (code) => resolve(code ?? -1)));
    return { exitCode, stdout, stderr };
  }

  /** Runs a program of the product beside it: the command line, or the engine alone. */
  async program(name: 'cli' | 'engine', args: string[] = []): Promise<Ended> {
    const child = spawn(process.execPath, [`dist/${name}.js`, ...args], {
      env: this.environment(this.port, this.dataDir),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    const exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
    return { exitCode, stdout, stderr };
  }

  /** Kills the engine without a word (KILL) and waits until the next one says where it listens. */
  async killEngine(): Promise<void> {
    const file = path.join(this.dataDir, 'engine.json');
    const pid = () => (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
    const old = pid();
    process.kill(old, 'SIGKILL');
    await expect.poll(pid, { timeout: 30_000, message: 'another engine' }).not.toBe(old);
  }

  /**
   * Stops the process of the pages where it stands, as a machine that hangs does: it takes connections and answers nothing. What it gives lets
   * it go on.
   */
  hangPages(): () => void {
    const parent = String(this.launcher?.pid);
    const line = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((text) => text.trim().split(/\s+/))
      .find(
        ([, ppid, ...args]) =>
          ppid === parent && args.some((arg) => arg.endsWith('next/dist/bin/next') || arg.startsWith('next-server')),
      );
    const pid = Number(line?.[0]);
    if (!Number.isInteger(pid) || pid <= 1) throw new Error('the process of the pages was not found');
    process.kill(pid, 'SIGSTOP');
    return () => process.kill(pid, 'SIGCONT');
  }

  /** A file that tasks share, by its path under `files/`. */
  file(name: string): string {
    return path.join(this.dataDir, 'files', name);
  }

  /** Ends it as Ctrl+C does. */
  async stop(): Promise<void> {
    const { launcher } = this;
    this.launcher = null;
    if (!launcher || launcher.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
    launcher.kill('SIGTERM');
    await ended;
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private spawnLauncher(port = this.port, dataDir = this.dataDir): ChildProcess {
    return spawn(process.execPath, ['dist/launcher.js'], {
      env: this.environment(port, dataDir),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  private environment(port: number, dataDir: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'production',
      DRAWLOOM_DATA: dataDir,
      DRAWLOOM_PORT: String(port),
      DRAWLOOM_GRACE_SEC: '1',
      ...(this.databaseUrl === null ? {} : { DATABASE_URL: this.databaseUrl }),
    };
  }
}

/** Processes whose command line has `marker`, as `ps` shows them: `pid command`. */
export function processesWith(marker: string): string[] {
  return execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(marker) && !/^\s*\d+ Z/.test(line));
}
