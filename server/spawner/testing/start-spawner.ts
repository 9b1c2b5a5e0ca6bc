import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');

const sql = 'operators/sql/sql.worker.ts';
let programs: Promise<string> | null = null;

/** Bundles the small programs as `scripts/build.mjs` does, once a test process; gives their folder. */
export function buildPrograms(): Promise<string> {
  programs ??= (async () => {
    // Inside the repository, from where the packages are found.
    const made = path.join(root, '.drawloom');
    mkdirSync(made, { recursive: true });
    for (const name of readdirSync(made)) {
      const pid = /^programs-(\d+)-/.exec(name)?.[1];
      if (pid !== undefined && !lives(Number(pid))) rmSync(path.join(made, name), { recursive: true, force: true });
    }
    const outdir = mkdtempSync(path.join(made, `programs-${process.pid}-`));
    await build({
      absWorkingDir: root,
      entryPoints: {
        spawner: 'server/spawner/main.ts',
        'condition-worker': 'server/engine/perform/condition.worker.ts',
        ...(existsSync(path.join(root, sql)) ? { 'sql-worker': sql } : {}),
        'transform-worker': 'operators/transform/transform.worker.ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: ['@duckdb/node-api', 'better-sqlite3', 'pg'],
      outdir,
      logLevel: 'error',
    });
    return outdir;
  })();
  return programs;
}

/** Test processes are ended without a last word, so each looks for what those before it left. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a real spawner for a data directory; resolves when it is ready. */
export async function startSpawner(dataDir: string): Promise<ChildProcess> {
  const program = path.join(await buildPrograms(), 'spawner.js');
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DRAWLOOM_DATA: dataDir },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The spawner ended with ${code}.`)));
  });
  return child;
}

/** Ends it as a crash would, and waits until it is gone. */
export async function killSpawner(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
