import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { scratch } from './scratch.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The whole product, started as `npm start` does on an empty data directory. */
export interface Launched {
  dataDir: string;
  address: string;
  /** What it has printed. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts the launcher and waits until a page answers with 200 and our name. Rejects when it ends, or after a minute. */
export async function launch(page = '/sign-in'): Promise<Launched> {
  const dataDir = scratch('product');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, DRAWLOOM_DATA: dataDir, DRAWLOOM_PORT: String(port) };
  const began = performance.now();
  let output = '';
  const launcher = spawn(process.execPath, [path.join(root, 'dist/launcher.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  launcher.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  launcher.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const stop = async () => {
    launcher.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    for (;;) {
      if (launcher.exitCode !== null) throw new Error(`the launcher ended with ${launcher.exitCode}: ${output}`);
      const answer = await fetch(`${address}${page}`).catch(() => null);
      if (answer?.status === 200 && (await answer.text()).includes('Drawloom')) break;
      if (performance.now() - began > 60_000) throw new Error(`no page answered within a minute: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { dataDir, address, printed: () => output, stop };
}
