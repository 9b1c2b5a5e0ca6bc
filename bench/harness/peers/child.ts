import { spawn } from 'node:child_process';

/** A process of a peer. */
export interface Child {
  pid: number;
  /** What it sent first over IPC; rejects with its last words when it ends before. Never settles for one that sends nothing. */
  firstMessage: Promise<unknown>;
  /** Polls until `probe` gives true; rejects when the process ends, or after a minute. */
  until(probe: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Starts a program, which ends with us at the latest. `ipc`: it talks by `process.send`. */
export function startChild(
  command: string,
  args: string[],
  { cwd, env, ipc = false }: { cwd: string; env?: Record<string, string>; ipc?: boolean },
): Child {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let said = '';
  const hear = (bytes: Buffer) => (said = (said + bytes.toString()).slice(-2000));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  let failure: Error | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error;
      resolve();
    });
    child.once('exit', (code, signal) => {
      failure = new Error(`${command} ended with ${code ?? signal}: ${said}`);
      resolve();
    });
  });
  const firstMessage = new Promise((resolve, reject) => {
    child.once('message', resolve);
    void ended.then(() => reject(failure));
  });
  firstMessage.catch(() => {});
  return {
    pid: child.pid ?? 0,
    firstMessage,
    async until(probe) {
      for (const began = performance.now(); !(await probe().catch(() => false));) {
        if (failure) throw failure;
        if (performance.now() - began > patienceMs) throw new Error(`${command} was not ready within a minute: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop() {
      process.off('exit', kill);
      const late = setTimeout(kill, 10_000);
      if (!failure) child.kill('SIGTERM');
      await ended;
      clearTimeout(late);
    },
  };
}
