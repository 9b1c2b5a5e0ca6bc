import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawloomPy } from '#operators/python/drawloom-py.ts';
import { findPython } from '#operators/python/find-python.ts';
import { findProcess } from './find-process.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { cookieOf, readBootId, startOf } from './process-table.ts';
import type { StartOrder } from './protocol.ts';
import { PythonForks } from './python-forks.ts';
import { readExit } from './read-exit.ts';

const root = mkdtempSync(path.join(tmpdir(), 'drawloom-forks-'));
let forks: PythonForks;
beforeAll(() => {
  forks = new PythonForks();
});
afterAll(() => {
  forks.close();
  rmSync(root, { recursive: true, force: true });
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
let count = 0;
function order(code: string, more: Partial<StartOrder> = {}): StartOrder {
  const directory = path.join(root, `attempt-${++count}`);
  prepareDirectory(directory, { 'task.py': code, 'drawloom.py': drawloomPy, 'input.json': '{"inputs": {}, "run": {}}' });
  return {
    id: `a${count}`,
    cookie: `home.token-${count}`,
    directory,
    argv: [findPython() ?? 'python3', '-u', '-B', path.join(directory, 'drawloom.py')],
    env: {
      PATH: process.env.PATH ?? '',
      DRAWLOOM_INPUT: `${directory}/input.json`,
      DRAWLOOM_OUTPUT: `${directory}/output.json`,
      DRAWLOOM_FILES: root,
      DRAWLOOM_ARTIFACTS: `${directory}/artifacts`,
    },
    files: {},
    warm: 'python',
    ...more,
  };
}
interface Begun {
  pid: number;
  end: Promise<number | null | 'orphaned'>;
}
function take(one: StartOrder, by = forks): Promise<Begun | 'failed'> {
  return new Promise((resolve, reject) => {
    let over: (how: number | null | 'orphaned') => void = () => {};
    const end = new Promise<number | null | 'orphaned'>((ended) => (over = ended));
    const taken = by.take(one, 1000, {
      began: (pid) => resolve({ pid, end }),
      ended: over,
      orphaned: () => over('orphaned'),
      failed: () => resolve('failed'),
    });
    if (!taken) reject(new Error('It has to start cold.'));
  });
}
const begin = async (one: StartOrder) => (await take(one)) as Begun;
const said = (one: StartOrder, name: string) => readFileSync(path.join(one.directory, name), 'utf8');
const prints = async (one: StartOrder) => {
  while (!existsSync(path.join(one.directory, 'stdout')) || said(one, 'stdout') === '') await turn();
};
const parentOf = (pid: number) => Number(readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ')[1]);

describe.skipIf(process.platform !== 'linux' || !findPython())('a fork of Python', () => {
  it('leaves what a cold one leaves, and sees nothing of the server or of another', async () => {
    const one = order(
      'import os, sys\nprint(os.getcwd(), sorted(os.environ), sys.stdin.read() == "", sys.argv, sorted(fd for fd in os.listdir("/proc/self/fd") if int(fd) < 100))\nprint("no", file=sys.stderr)\nsys.modules["left"] = sys\nos.environ["LEFT"] = "1"\nsys.exit(7)',
    );
    const { pid, end } = await begin(one);
    expect(await end).toBe(0);
    expect(readExit(one.directory)).toMatchObject({ exitCode: 7, startedAt: 1000 });
    expect(said(one, 'pid')).toMatch(new RegExp(`^${pid} \\d+\n$`));
    const out = said(one, 'stdout');
    expect(out).toContain(one.directory);
    expect(out).toContain('DRAWLOOM_COOKIE');
    expect(out).not.toContain('DRAWLOOM_WARM');
    // Its three files, and the folder that is being listed (what a test runner leaves open is far above).
    expect(out).toMatch(/ True \['.*drawloom\.py'\] \['0', '1', '2', '3'\]\n$/);
    expect(said(one, 'stderr')).toBe('no\n');
    const next = order('import os, sys\nprint("left" in sys.modules, "LEFT" in os.environ)');
    await (
      await begin(next)
    ).end;
    expect(said(next, 'stdout')).toBe('False False\n');
  });

  it('ends as an interpreter does: threads, exit functions, files that were left open', async () => {
    const one = order(
      'import atexit, threading, time\natexit.register(lambda: print("exit function"))\nfile = open("open.txt", "w")\nfile.write("whole")\nthreading.Thread(target=lambda: (time.sleep(0.05), print("thread"))).start()\ndef main():\n    return 1\n',
    );
    expect(await (await begin(one)).end).toBe(0);
    expect(said(one, 'stdout')).toBe('thread\nexit function\n');
    expect(said(one, 'open.txt')).toBe('whole');
    expect(said(one, 'output.json')).toBe('1');
    expect(readExit(one.directory)).toMatchObject({ exitCode: 0 });
  });

  it('draws other random numbers each time', async () => {
    const two = [order('import random\nprint(random.random())'), order('import random\nprint(random.random())')];
    await Promise.all(two.map(async (one) => (await begin(one)).end));
    expect(said(two[0]!, 'stdout')).not.toBe(said(two[1]!, 'stdout'));
  });

  it('leads a session of its own, is found by its cookie and its file, and its signal is told', async () => {
    const one = order('import time\nprint("up", flush=True)\ntime.sleep(60)');
    const { pid, end } = await begin(one);
    await prints(one);
    const { cookie, directory } = one;
    expect(findProcess({ cookie, directory, process: null }, readBootId())?.pid).toBe(pid);
    expect(cookieOf(pid)).toBe(cookie);
    const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
    expect(cookieOf(child)).toBe(cookie);
    process.kill(-pid, 'SIGTERM');
    expect(await end).toBe(0);
    expect(readExit(directory)).toMatchObject({ signal: 15 });
  });

  it('keeps to the limits of its attempt, and the next one has none', async () => {
    const one = order(
      'import resource\nprint(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU))',
      {
        limits: { memoryMb: 512, cpuSec: 7 },
      },
    );
    await (
      await begin(one)
    ).end;
    expect(said(one, 'stdout')).toBe(`${512 * 2 ** 20} (7, 12)\n`);
    const next = order('import resource\nprint(resource.getrlimit(resource.RLIMIT_CPU)[0] == resource.RLIM_INFINITY)');
    await (
      await begin(next)
    ).end;
    expect(said(next, 'stdout')).toBe('True\n');
  });

  it('runs nothing where another has begun', async () => {
    const one = order('open("ran", "w").close()');
    writeFileSync(path.join(one.directory, 'pid'), '1 1\n');
    expect(await (await begin(one)).end).toBe(122);
    expect(readdirSync(one.directory)).not.toContain('ran');
    expect(readExit(one.directory)).toBeNull();
  });

  it('goes on when its server is killed, and another serves the next', async () => {
    const one = order('import os, time\nprint("up", flush=True)\nwhile not os.path.exists("go"):\n    time.sleep(0.01)\n');
    const { pid, end } = await begin(one);
    await prints(one);
    process.kill(parentOf(pid), 'SIGKILL');
    expect(await end).toBe('orphaned');
    writeFileSync(path.join(one.directory, 'go'), '');
    while (!readExit(one.directory)) await turn();
    expect(readExit(one.directory)).toMatchObject({ exitCode: 0 });
    expect(await (await begin(order('pass'))).end).toBe(0);
  });

  it('is refused by a Python that cannot serve, which then starts cold', async () => {
    const broken = path.join(root, 'broken');
    writeFileSync(broken, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const one = order('pass', { argv: [broken, '-u', '-B', 'drawloom.py'] });
    expect(await take(one)).toBe('failed');
    await expect(take(one)).rejects.toThrow('cold');
  });

  it('ends with who started the server only when it is over', async () => {
    const own = new PythonForks();
    const one = order('import os, time\nprint("up", flush=True)\nwhile not os.path.exists("go"):\n    time.sleep(0.01)\n');
    const { pid, end } = (await take(one, own)) as Begun;
    await prints(one);
    const server = parentOf(pid);
    const start = startOf(server);
    own.close();
    expect(await end).toBe('orphaned');
    while (startOf(server) === start) await turn();
    writeFileSync(path.join(one.directory, 'go'), '');
    while (!readExit(one.directory)) await turn();
    expect(readExit(one.directory)).toMatchObject({ exitCode: 0 });
  });
});
