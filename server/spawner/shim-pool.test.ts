import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProcess } from './find-process.ts';
import { isAlone, newestPid } from './is-alone.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { cookieOf, readBootId, startOf } from './process-table.ts';
import type { StartOrder } from './protocol.ts';
import { readExit } from './read-exit.ts';
import { ShimPool, type PooledShim } from './shim-pool.ts';

let root: string;
let pool: ShimPool;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'drawloom-shims-'));
  pool = new ShimPool();
});
afterEach(() => {
  pool.close();
  rmSync(root, { recursive: true, force: true });
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
let count = 0;
function order(command: string, more: Partial<StartOrder> = {}): StartOrder {
  const directory = path.join(root, `attempt ${++count}'s`);
  prepareDirectory(directory, {});
  const argv: StartOrder['argv'] = ['sh', '-c', command];
  return { id: `a${count}`, cookie: `home.token-${count}`, directory, argv, env: { PATH: '/usr/bin:/bin' }, files: {}, ...more };
}
interface Begun {
  shim: PooledShim;
  end: Promise<{ exitCode: number | null; lives: boolean }>;
}
/** Hands it over as soon as a shim waits. `keep`: whether the shim may take another one. */
async function hand(one: StartOrder, keep: (shim: PooledShim) => boolean = () => true): Promise<Begun> {
  while (!pool.hasSome) await turn();
  let shim: PooledShim | null = null;
  const end = new Promise<{ exitCode: number | null; lives: boolean }>((resolve) => {
    shim = pool.hand(one, 1000, (exitCode, lives) => {
      resolve({ exitCode, lives });
      return keep(shim!);
    });
  });
  if (!shim) throw new Error('It has to start cold.');
  return { shim, end };
}
const said = (one: StartOrder, name: string) => readFileSync(path.join(one.directory, name), 'utf8');

describe.skipIf(process.platform !== 'linux')('a shim of the pool', () => {
  it('runs one attempt after the other, each with its own directory, environment and end', async () => {
    const first = order(`pwd; echo "$A"; env | cut -d= -f1 | sort; exit 3`, {
      env: { PATH: '/usr/bin:/bin', A: `it's "$(id)"\nx` },
    });
    const begun = await hand(first);
    expect(await begun.end).toEqual({ exitCode: 0, lives: true });
    expect(readExit(first.directory)).toMatchObject({ exitCode: 3, startedAt: 1000 });
    const lines = said(first, 'stdout').split('\n');
    expect(lines.slice(0, 3)).toEqual([first.directory, `it's "$(id)"`, 'x']);
    expect(lines.filter((line) => /^[A-Z_]+$/.test(line))).toEqual(expect.arrayContaining(['A', 'DRAWLOOM_COOKIE', 'PATH']));
    expect(lines).not.toContain('DRAWLOOM_WARM');
    expect(said(first, 'pid')).toBe(`${begun.shim.pid} ${begun.shim.start}\n`);

    const second = order('echo "[$A]" >&2; kill -9 $$');
    const again = await hand(second);
    expect(again.shim.pid).toBe(begun.shim.pid);
    expect(await again.end).toEqual({ exitCode: 0, lives: true });
    expect(readExit(second.directory)).toMatchObject({ signal: 9 });
    expect(said(second, 'stderr')).toContain('[]\n');
  });

  it('is the living process of its attempt, and not of one that is over', async () => {
    const first = order('true');
    const { shim, end } = await hand(first);
    await end;
    const second = order('echo up; sleep 60');
    const begun = await hand(second);
    expect(begun.shim.pid).toBe(shim.pid);
    while (!existsSync(path.join(second.directory, 'stdout')) || said(second, 'stdout') === '') await turn();
    const recorded = { pid: shim.pid, pidStart: shim.start, bootId: readBootId() };
    const find = (one: StartOrder, process: typeof recorded | null) =>
      findProcess({ cookie: one.cookie, directory: one.directory, process }, recorded.bootId);
    expect(find(second, null)).toEqual(recorded);
    expect(find(second, recorded)).toEqual(recorded);
    expect(find(first, recorded)).toBeNull();
    const child = Number(readFileSync(`/proc/${shim.pid}/task/${shim.pid}/children`, 'utf8').trim().split(' ')[0]);
    expect(cookieOf(child)).toBe(second.cookie);
    process.kill(-shim.pid, 'SIGKILL');
    expect(await begun.end).toEqual({ exitCode: null, lives: false });
    expect(readExit(second.directory)).toBeNull();
  });

  it('lives through a TERM that its program does not heed, and is not kept when somebody is left in its group', async () => {
    const since = newestPid();
    // The sleeper itself says that it is up: a shell just forked still holds its parent's trap and would lose the signal.
    const one = order("trap : TERM; sh -c 'echo up; exec sleep 60' & wait; wait; exit 5");
    const { shim, end } = await hand(one, ({ pid }) => isAlone(pid, since));
    while (!existsSync(path.join(one.directory, 'stdout')) || said(one, 'stdout') === '') await turn();
    process.kill(-shim.pid, 'SIGTERM');
    expect(await end).toEqual({ exitCode: 0, lives: true });
    expect(readExit(one.directory)).toMatchObject({ exitCode: 5 });
    const left = order('sleep 61 & exit 0');
    const before = newestPid();
    const alone: boolean[] = [];
    const begun = await hand(left, ({ pid }) => {
      alone.push(isAlone(pid, before));
      return false;
    });
    await begun.end;
    expect(alone).toEqual([false]);
    process.kill(-begun.shim.pid, 'SIGKILL');
  });

  it('runs nothing where another has begun, and says so by its own end', async () => {
    const one = order('touch ran');
    writeFileSync(path.join(one.directory, 'pid'), '1 1\n');
    const { end } = await hand(one);
    expect(await end).toEqual({ exitCode: 122, lives: false });
    expect(existsSync(path.join(one.directory, 'ran'))).toBe(false);
    expect(readExit(one.directory)).toBeNull();
  });

  it('sets the limits of its attempt for the program alone', async () => {
    const one = order('ulimit -v; ulimit -S -t; echo "$IFS"', {
      limits: { memoryMb: 512, cpuSec: 7 },
      env: { PATH: '/usr/bin:/bin', IFS: ',' },
    });
    await (
      await hand(one)
    ).end;
    expect(said(one, 'stdout').split('\n').slice(0, 2)).toEqual([String(512 * 1024), '7']);
    expect(readExit(one.directory)).toMatchObject({ exitCode: 0 });
    const next = order('ulimit -v');
    await (
      await hand(next)
    ).end;
    expect(said(next, 'stdout')).toBe('unlimited\n');
  });

  it.each<[string, Partial<StartOrder>]>([
    ['is long', { env: { PATH: '/usr/bin:/bin', LONG: 'x'.repeat(100_000) } }],
    ['holds a NUL', { argv: ['/bin/echo', 'a\0b'] }],
    ['names a program that is nowhere', { argv: ['no-such-program'] }],
    ['sets what a shell lets nobody set', { env: { PATH: '/usr/bin:/bin', PPID: '1' } }],
  ])('does not take an order that %s', async (_what, more) => {
    while (!pool.hasSome) await turn();
    expect(pool.hand(order('true', more), 1000, () => true)).toBeNull();
    expect(pool.hasSome).toBe(true);
  });

  it('ends by itself when who started it has no more for it', async () => {
    const { shim, end } = await hand(order('true'), () => false);
    await end;
    while (startOf(shim.pid) === shim.start) await turn();
    expect(startOf(shim.pid)).not.toBe(shim.start);
  });
});
