import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { awaitSiblings } from './await-siblings.ts';
import { takeLaunch } from './take-launch.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'drawloom-launch-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process of ours that runs a piece of a module and says a word; gives both. */
async function started(program: string): Promise<{ child: ChildProcess; word: string; ended: Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const word = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    void ended.then(() => reject(new Error('the other process ended')));
  });
  return { child, word, ended };
}
/** As a sibling that was left alone: it has the engine's lock and a port, and ends when its input does. */
const sibling = () =>
  started(`import { createServer } from 'node:net';
    import { takeDataDirectory } from '#server/boot/data-directory.ts';
    takeDataDirectory(${JSON.stringify(folder)}, 0);
    const server = createServer().listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
    process.stdin.on('end', () => process.exit(0)).resume();`);

test('the next launcher knows that the one before was killed', async () => {
  const { child, ended } = await started(`import { takeLaunch } from '#server/launcher/take-launch.ts';
    takeLaunch(${JSON.stringify(folder)}); process.stdout.write('taken'); setInterval(() => {}, 1000);`);
  expect(() => takeLaunch(folder)).toThrow(expect.objectContaining({ code: 'data.taken' }));
  child.kill('SIGKILL');
  await ended;
  const next = takeLaunch(folder);
  expect(next.afterKill).toBe(true);
  next.release();
  const after = takeLaunch(folder);
  expect(after.afterKill).toBe(false);
  after.release();
});

test('it waits until engine and port are free, and says so once', async () => {
  const { child, word } = await sibling();
  const place = { dataDir: folder, host: '127.0.0.1', port: Number(word) };
  let told = 0;
  const held = awaitSiblings(place, 60_000, () => {
    told++;
    child.stdin!.end();
  });
  expect(await held).toBeNull();
  expect(told).toBe(1);
});

test('it says what is held when that does not end', async () => {
  const { child, word, ended } = await sibling();
  const place = { dataDir: folder, host: '127.0.0.1', port: Number(word) };
  expect(await awaitSiblings(place, 0, () => {})).toBe('engine');
  const other = mkdtempSync(path.join(os.tmpdir(), 'drawloom-launch-'));
  try {
    expect(await awaitSiblings({ ...place, dataDir: other }, 0, () => {})).toBe('port');
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
  child.kill('SIGKILL');
  await ended;
  expect(await awaitSiblings(place, 0, () => {})).toBeNull();
});
