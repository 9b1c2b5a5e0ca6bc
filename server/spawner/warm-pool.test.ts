import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProcess } from './find-process.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { cookieOf, readBootId } from './process-table.ts';
import type { StartOrder } from './protocol.ts';
import { readExit } from './read-exit.ts';
import { WarmPool } from './warm-pool.ts';

let root: string;
let pool: WarmPool;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'drawloom-warm-'));
  pool = new WarmPool();
});
afterEach(() => {
  pool.close();
  rmSync(root, { recursive: true, force: true });
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
let count = 0;
function order(code: string): StartOrder {
  const directory = path.join(root, `attempt-${++count}`);
  const program = path.join(directory, 'drawloom.mjs');
  prepareDirectory(directory, { 'drawloom.mjs': code });
  return {
    id: `a${count}`,
    cookie: `home.token-${count}`,
    directory,
    argv: [process.execPath, program],
    env: { PATH: process.env.PATH ?? '' },
    files: {},
    warm: 'javascript',
  };
}
/** Hands it over as soon as one is ready; the first call makes the pool. */
async function handed(one: StartOrder): Promise<ChildProcess> {
  for (;;) {
    const child = pool.hand(one, 1000);
    if (child) return child;
    await turn();
  }
}
const over = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const said = (one: StartOrder, name: string) => readFileSync(path.join(one.directory, name), 'utf8');

describe.skipIf(process.platform !== 'linux')('a warm interpreter', () => {
  it('leaves what a cold one leaves', async () => {
    const one = order(
      'import fs from "node:fs"; console.log(process.cwd(), Object.keys(process.env).sort(), fs.readFileSync(0, "utf8") === ""); console.error("no"); process.exit(7);',
    );
    const child = await handed(one);
    expect(await over(child)).toBe(0);
    expect(readExit(one.directory)).toMatchObject({ exitCode: 7, startedAt: 1000 });
    expect(said(one, 'pid')).toMatch(new RegExp(`^${child.pid} \\d+\n$`));
    expect(said(one, 'stdout')).toContain(one.directory);
    expect(said(one, 'stdout')).toMatch(/DRAWLOOM_COOKIE/);
    expect(said(one, 'stdout')).not.toMatch(/DRAWLOOM_WARM/);
    expect(said(one, 'stdout')).toMatch(/[Tt]rue\n$/);
    expect(said(one, 'stderr')).toBe('no\n');
  });

  it('is found by its cookie and its file, and its signal is told', async () => {
    const one = order('console.log("up"); setTimeout(() => {}, 60_000);');
    const child = await handed(one);
    const ended = over(child);
    while (!existsSync(path.join(one.directory, 'stdout')) || said(one, 'stdout') === '') await turn();
    const { cookie, directory } = one;
    expect(findProcess({ cookie, directory, process: null }, readBootId())?.pid).toBe(child.pid);
    expect(findProcess({ cookie, directory: root, process: null }, readBootId())).toBeNull();
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
    expect(cookieOf(Number(children))).toBe(cookie);
    process.kill(Number(children), 'SIGKILL');
    expect(await ended).toBe(0);
    expect(readExit(directory)).toMatchObject({ signal: 9 });
  });

  it('runs nothing where another has begun', async () => {
    const one = order('import fs from "node:fs"; fs.writeFileSync("ran", "");');
    writeFileSync(path.join(one.directory, 'pid'), '1 1\n');
    expect(await over(await handed(one))).toBe(122);
    expect(existsSync(path.join(one.directory, 'ran'))).toBe(false);
    expect(readExit(one.directory)).toBeNull();
  });

  it('ends by itself when who started it is gone', async () => {
    const script = path.join(root, 'holder.mjs');
    mkdirSync(root, { recursive: true });
    writeFileSync(
      script,
      `import { spawn } from 'node:child_process'; const c = spawn('/bin/sh', ['-c', process.argv[2], 'drawloom-shim', process.execPath, '-e', process.argv[3]], { detached: true, stdio: ['pipe', 'pipe', 'ignore', 'pipe'], env: { DRAWLOOM_COOKIE: 'x'.repeat(200) } }); c.stdout.once('data', () => console.log(c.pid)); setInterval(() => {}, 1000);`,
    );
    const { warmShim } = await import('./warm-shim.ts');
    const { warmJavascript } = await import('./warm-javascript.ts');
    const holder = spawn(process.execPath, [script, warmShim, warmJavascript], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<string>((resolve) =>
      holder.stdout.once('data', (said: Buffer) => resolve(said.toString().trim())),
    );
    holder.kill('SIGKILL');
    while (existsSync(`/proc/${pid}/exe`)) await turn();
    expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
  });
});
