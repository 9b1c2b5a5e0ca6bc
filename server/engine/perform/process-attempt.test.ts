import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, livingWith, Workbench } from './testing/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
});
afterAll(async () => {
  await bench.close();
});
const shell = (command: string, more = {}) => bench.run('shell@1', { command, ...more });

describe('a process', () => {
  it('ends with its output, its log on both lanes, and who it was', async () => {
    const told = await shell('echo one; echo two >&2; echo "{\\"rows\\": 3}" >"$DRAWLOOM_OUTPUT"');
    expect(told.end.outcome).toEqual({ type: 'success' });
    expect(told.end).toMatchObject({ output: { rows: 3 }, exitCode: 0 });
    expect(told.logs.map(({ stream, text }) => [stream, text])).toEqual([
      ['out', 'one\n'],
      ['err', 'two\n'],
    ]);
    expect(told.started?.process?.bootId).toMatch(/\S/);
    expect(told.rendered).toEqual({ command: expect.any(String) as string, output: 'none' });
  });

  it('gets an allow-listed environment and the variables of the attempt', async () => {
    const told = await shell('env');
    const names = bench
      .text([...bench.told].at(-1)![0], 'out')
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(names).toEqual(expect.arrayContaining(['PATH', 'DRAWLOOM_RUN_ID', 'DRAWLOOM_COOKIE', 'DRAWLOOM_LOGICAL_TIME']));
    expect(names.filter((name) => /NODE|npm_|VITEST|DRAWLOOM_DATA|DATABASE/.test(name!))).toEqual([]);
    expect(told.end.outcome.type).toBe('success');
  });

  it('tells exit codes from signals', async () => {
    expect((await shell('exit 3')).end).toMatchObject({ exitCode: 3, outcome: { error: { code: 'exit' }, retry: 'policy' } });
    expect((await shell('kill -9 $$')).end).toMatchObject({ exitCode: null, outcome: { error: { code: 'signal' } } });
    expect((await shell('no-such-program')).end).toMatchObject({ exitCode: 127, outcome: { error: { code: 'exit' } } });
    expect((await shell('exit 99')).end.outcome).toEqual({ type: 'skipped', reason: 'exit 99' });
  });

  it('refuses an output that is no JSON, or too large, or not a file', async () => {
    const bad = await shell('echo "{" >"$DRAWLOOM_OUTPUT"');
    expect(bad.end).toMatchObject({ output: null, outcome: { type: 'failed', error: { code: 'output' } } });
    const large = await shell('head -c 300000 /dev/zero | tr "\\0" 1 >"$DRAWLOOM_OUTPUT"');
    expect(large.end.outcome).toMatchObject({
      type: 'failed',
      error: { code: 'output', message: expect.stringContaining('293 KiB') as string },
    });
    expect((await shell('mkdir "$DRAWLOOM_OUTPUT"')).end.outcome).toMatchObject({ error: { code: 'output' } });
  });

  it('takes over what is left in artifacts, without following links', async () => {
    const told = await shell(
      'mkdir "$DRAWLOOM_ARTIFACTS/plots"; printf abc >"$DRAWLOOM_ARTIFACTS/plots/a.csv"; ln -s /etc/passwd "$DRAWLOOM_ARTIFACTS/b"; echo "{\\"file\\": {\\"\\$artifact\\": \\"plots/a.csv\\"}}" >"$DRAWLOOM_OUTPUT"',
    );
    const [artifact, ...others] = told.end.artifacts;
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ name: 'plots/a.csv', bytes: 3, type: 'text/csv', runId: 'run' });
    expect(artifact!.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(readFileSync(path.join(bench.dataDir, 'artifacts', artifact!.id), 'utf8')).toBe('abc');
    expect(told.end.output).toMatchObject({ file: { $artifact: artifact!.id, name: 'plots/a.csv', bytes: 3 } });
  });

  it('keeps the beginning and the end of 100 MB, and says exactly what is left out', async () => {
    const job = bench.begin('shell@1', { command: 'yes 0123456789abcde | head -c 100000000; echo; echo last' });
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome.type).toBe('success');
    const bytes = told.logs.reduce((sum, chunk) => sum + Buffer.byteLength(chunk.text), 0);
    const omitted = told.logs.reduce((sum, chunk) => sum + chunk.omitted, 0);
    expect(bytes + omitted).toBe(100_000_000 + 1 + 5);
    expect(bytes).toBeLessThanOrEqual(10 * 1024 * 1024);
    expect(bytes).toBeGreaterThan(9.9 * 1024 * 1024);
    expect(told.logs.at(-1)!.text.endsWith('\nlast\n')).toBe(true);
    expect(told.logs.every((chunk) => Buffer.byteLength(chunk.text) <= 64 * 1024)).toBe(true);
    for (const [at, chunk] of told.logs.entries()) expect(chunk.seq).toBe(at + 1);
  });

  it('shows a log while the program runs, and never cuts a character', async () => {
    const job = bench.begin('shell@1', { command: "printf 'caf\\303'; sleep 3607" });
    const told = bench.of(job.attemptId);
    await bench.until(job.attemptId, () => told.logs.length > 0);
    expect(bench.text(job.attemptId, 'out')).toBe('caf');
    expect(told.end).toBeUndefined();
    bench.performer.stop(job.attemptId, 'cancelled');
    await bench.ended(job.attemptId);
  });
});

describe('the end of a process', () => {
  it('comes by TERM when the program heeds it', async () => {
    const job = bench.begin('shell@1', { command: 'trap "echo bye; exit 0" TERM; echo up; while :; do sleep 0.05; done' });
    await bench.until(job.attemptId, (told) => told.logs.length > 0);
    bench.performer.stop(job.attemptId, 'cancelled');
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'cancelled' } });
    expect(bench.text(job.attemptId, 'out')).toBe('up\nbye\n');
  });

  it('comes by TERM also for a child in a session of its own', async () => {
    const child = `setsid sh -c 'trap "echo told; exit" TERM; echo up; while :; do sleep 0.05; done' &`;
    const command = `trap : TERM; ${child} while kill -0 $! 2>&-; do sleep 0.02; done`;
    const job = bench.begin('shell@1', { command });
    await bench.until(job.attemptId, (told) => told.logs.length > 0);
    bench.performer.stop(job.attemptId, 'cancelled');
    await bench.ended(job.attemptId);
    expect(bench.text(job.attemptId, 'out')).toBe('up\ntold\n');
  });

  it('comes by KILL for a tree that ignores TERM, has left its group and dropped its environment', async () => {
    const command = `trap "" TERM; setsid sh -c 'trap "" TERM; env -i sleep 3600 & sleep 3601' & (sleep 3602 &) ; echo up; sleep 3603; sleep 3604`;
    const job = bench.begin('shell@1', { command });
    await bench.until(job.attemptId, (told) => told.logs.length > 0);
    const forgetful = () => readdirSync('/proc').filter((pid) => commandLine(pid) === 'sleep 3600');
    expect(livingWith(`${bench.home()}.${job.token}`).length).toBeGreaterThan(2);
    expect(forgetful()).toHaveLength(1);
    bench.performer.stop(job.attemptId, 'timeout');
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'timeout' }, retry: 'policy' });
    expect(livingWith(`${bench.home()}.${job.token}`)).toEqual([]);
    expect(forgetful()).toEqual([]);
  });

  it('leaves no child of a program that ended by itself', async () => {
    const job = bench.begin('shell@1', { command: 'sleep 3605 & exit 0' });
    await bench.ended(job.attemptId);
    expect(livingWith(`${bench.home()}.${job.token}`)).toEqual([]);
  });

  it('can be asked for before it has begun', async () => {
    const job = bench.begin('shell@1', { command: 'echo never' });
    bench.performer.stop(job.attemptId, 'cancelled');
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome).toMatchObject({ error: { code: 'cancelled' } });
    expect(told.logs).toEqual([]);
  });

  it('is infra when the shim is killed, and its program does not go on alone', async () => {
    const job = bench.begin('shell@1', { command: 'echo up; sleep 3606; echo never' });
    const { started } = await bench.until(job.attemptId, (told) => told.logs.length > 0);
    process.kill(started!.process!.pid, 'SIGKILL');
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome).toMatchObject({ type: 'failed', infra: true, error: { code: 'lost' } });
    expect(livingWith(`${bench.home()}.${job.token}`)).toEqual([]);
  });
});

describe('what cannot be started', () => {
  it('is a mistake of the config when it is too long for the system, and the spawner goes on', async () => {
    const told = await shell('true', { environment: { LONG: 'x'.repeat(200_000) } });
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'config' }, retry: 'never' });
    expect((await shell('true', { environment: { A: 'a\0b' } })).end.outcome).toMatchObject({ error: { code: 'config' } });
    expect((await shell('true')).end.outcome).toEqual({ type: 'success' });
  });

  it('is infra when the directory cannot be made', async () => {
    const own = await Workbench.open();
    writeFileSync(path.join(own.dataDir, 'attempts'), '');
    const told = await own.run('shell@1', { command: 'true' });
    expect(told.end.outcome).toMatchObject({ type: 'failed', infra: true, error: { code: 'spawn' } });
    await own.close();
  });

  // Root can mount a small file system; elsewhere nothing can be filled without harm.
  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'is told apart on a full disk, and works again when there is room',
    async () => {
      const own = await Workbench.open();
      const attempts = path.join(own.dataDir, 'attempts');
      mkdirSync(attempts);
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', attempts]);
      try {
        const filled = await own.run('shell@1', { command: 'cat /dev/zero >filler' });
        expect(filled.end.outcome).toMatchObject({ type: 'failed', infra: true, error: { code: 'disk' } });
        const next = await own.run('shell@1', { command: 'true' });
        expect(next.end.outcome).toMatchObject({ type: 'failed', infra: true, error: { code: 'disk' } });
        for (const name of readdirSync(attempts)) rmSync(path.join(attempts, name), { recursive: true });
        expect((await own.run('shell@1', { command: 'true' })).end.outcome).toEqual({ type: 'success' });
      } finally {
        await own.performer.close();
        execFileSync('/bin/umount', ['-l', attempts]);
      }
      await own.close();
    },
  );
});
