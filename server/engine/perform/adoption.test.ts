import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attemptDirectory, dataFolders } from './attempt-directory.ts';
import type { AttemptJob } from './performer.ts';
import { livingWith, Workbench } from './testing/workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.open();
});
afterEach(async () => {
  await bench.close();
});

const directory = (job: AttemptJob) => attemptDirectory(dataFolders(bench.dataDir), job.attemptId);
/** A program that prints a line, waits for the file `go`, and prints another. */
const patient = 'echo before; while [ ! -e go ]; do sleep 0.02; done; echo after; echo "{\\"rows\\": 1}" >output.json';
const letGo = (job: AttemptJob) => writeFileSync(path.join(directory(job), 'go'), '');

async function beginPatient(): Promise<AttemptJob> {
  const job = bench.begin('shell@1', { command: patient });
  await bench.until(job.attemptId, (told) => told.started !== undefined && told.logs.length > 0);
  return job;
}

describe('a restarted engine', () => {
  it.each(['a spawner that stayed', 'a spawner that died as well'])(
    'goes on with a program that lives, beside %s',
    async (how) => {
      const job = await beginPatient();
      const row = bench.row(job);
      const lastLog = bench.of(job.attemptId).logs.at(-1)!;
      if (how.includes('died')) await bench.restartSpawner();
      await bench.openPerformer();
      expect(await bench.performer.adopt(row, job, lastLog)).toBe('adopted');
      letGo(job);
      const told = await bench.ended(job.attemptId);
      expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { rows: 1 } });
      expect(bench.text(job.attemptId, 'out')).toBe('before\nafter\n');
      expect(told.logs.map((chunk) => chunk.seq)).toEqual([1, 2]);
    },
  );

  it('reads the end of a program that ended while nobody looked', async () => {
    const job = await beginPatient();
    const row = bench.row(job);
    await bench.restartSpawner();
    bench.spawner.close();
    letGo(job);
    while (!existsSync(path.join(directory(job), 'exit'))) await new Promise((resolve) => setImmediate(resolve));
    await bench.openPerformer();
    expect(await bench.performer.adopt(row, job, null)).toBe('ended');
    const told = await bench.ended(job.attemptId);
    expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { rows: 1 } });
    expect(told.logs.slice(1).map((chunk) => chunk.text)).toEqual(['before\nafter\n']);
  });

  it('knows a program whose pid was never recorded by its cookie, and records it', async () => {
    const job = await beginPatient();
    const row = { ...bench.row(job), pid: null, pidStart: null, bootId: null };
    const before = bench.of(job.attemptId).started!.process!;
    bench.of(job.attemptId).started = undefined;
    await bench.openPerformer();
    expect(await bench.performer.adopt(row, job, null)).toBe('adopted');
    expect(bench.of(job.attemptId).started?.process).toEqual(before);
    bench.performer.stop(job.attemptId, 'cancelled');
    expect((await bench.ended(job.attemptId)).end.outcome).toMatchObject({ error: { code: 'cancelled' } });
    expect(livingWith(`${bench.home()}.${job.token}`)).toEqual([]);
  });

  it('loses what neither lives nor left its end, a pid that is somebody else by now, and in-process work', async () => {
    const job = await beginPatient();
    const row = bench.row(job);
    await bench.restartSpawner();
    await bench.openPerformer();
    expect(
      await bench.performer.adopt({ ...row, pid: process.pid }, { ...job, attemptId: 'run/other@1', token: 'other' }, null),
    ).toBe('lost');
    expect(await bench.performer.adopt({ ...row, pidStart: '1' }, job, null)).toBe('lost');
    // What was lost must not run beside its next attempt.
    await bench.performer.endStrays(new Set([job.token]));
    expect(livingWith(`${bench.home()}.${job.token}`)).toEqual([]);
    const call = bench.job('http@1', { url: 'https://example.com' });
    expect(await bench.performer.adopt(bench.row(call), call, null)).toBe('lost');
    // What touches nothing outside is simply asked again.
    const wait = bench.job('wait@1', { seconds: 3600 });
    expect(await bench.performer.adopt(bench.row(wait), wait, null)).toBe('adopted');
  });

  it('ends strays of this data directory and nobody else', async () => {
    const kept = await beginPatient();
    const stray = await beginPatient();
    await bench.openPerformer();
    expect(await bench.performer.adopt(bench.row(kept), kept, null)).toBe('adopted');
    expect(await bench.performer.endStrays(new Set([kept.token]))).toBeGreaterThan(1);
    expect(livingWith(`${bench.home()}.${stray.token}`)).toEqual([]);
    expect(livingWith(`${bench.home()}.${kept.token}`).length).toBeGreaterThan(0);
  });

  it('removes what attempts left whose end is stored, and keeps what is still wanted', async () => {
    const kept = await beginPatient();
    const stored = bench.begin('shell@1', { command: 'true' });
    await bench.ended(stored.attemptId);
    await bench.openPerformer();
    await bench.performer.adopt(bench.row(kept), kept, null);
    await bench.performer.endStrays(new Set([kept.token]));
    while (existsSync(directory(stored))) await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(directory(kept))).toBe(true);
  });

  it('starts nothing twice when a start was ordered, carried out, and never answered', async () => {
    const job = await beginPatient();
    const order = {
      id: job.attemptId,
      cookie: `${bench.home()}.${job.token}`,
      directory: directory(job),
      argv: ['sh', '-c', 'echo again >again'] as [string, ...string[]],
      env: {},
      files: {},
    };
    await bench.restartSpawner();
    const pid = readFileSync(path.join(directory(job), 'pid'), 'utf8');
    await bench.openPerformer();
    bench.spawner.start(order);
    letGo(job);
    expect(await bench.performer.adopt(bench.row(job), job, null)).not.toBe('lost');
    await bench.ended(job.attemptId);
    expect(existsSync(path.join(directory(job), 'again'))).toBe(false);
    expect(readFileSync(path.join(directory(job), 'pid'), 'utf8')).toBe(pid);
  });
});

describe('a spawner that dies', () => {
  it('does not interrupt a program, and the engine hears of its end all the same', async () => {
    const job = await beginPatient();
    await bench.restartSpawner();
    letGo(job);
    const told = await bench.ended(job.attemptId);
    expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { rows: 1 } });
  });

  it('gets the orders that were given while it was away', async () => {
    const { child } = bench;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const job = bench.begin('shell@1', { command: 'echo "{}" >output.json' });
    await bench.restartSpawner();
    expect((await bench.ended(job.attemptId)).end.outcome).toEqual({ type: 'success' });
  });

  it('gives up the order that ends it each time, and carries out those that came with it', async () => {
    // A pipe that nobody reads: the spawner hangs in it before it has started anything, and is killed there.
    const poison = bench.job('shell@1', { command: 'true' });
    mkdirSync(directory(poison), { recursive: true });
    execFileSync('/usr/bin/mkfifo', [path.join(directory(poison), 'input.json')]);
    const artifacts = path.join(directory(poison), 'artifacts');
    const untilItHangs = async () => {
      while (!existsSync(artifacts)) await new Promise((resolve) => setImmediate(resolve));
      rmdirSync(artifacts);
    };
    bench.performer.perform(poison);
    const innocent = bench.begin('shell@1', { command: 'echo "{}" >output.json' });
    const stopped = bench.begin('shell@1', { command: 'sleep 3608' });
    await untilItHangs();
    bench.performer.stop(stopped.attemptId, 'cancelled');
    await bench.restartSpawner();
    await untilItHangs();
    await bench.restartSpawner();
    expect((await bench.ended(innocent.attemptId)).end.outcome).toEqual({ type: 'success' });
    expect((await bench.ended(stopped.attemptId)).end.outcome).toMatchObject({ error: { code: 'cancelled' } });
    expect((await bench.ended(poison.attemptId)).end.outcome).toMatchObject({
      type: 'failed',
      infra: true,
      error: { code: 'lost' },
    });
  });
});
