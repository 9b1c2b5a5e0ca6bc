import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataDirectoryError } from './data-directory-error.ts';
import { takeDataDirectory } from './data-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'drawloom-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the folder, says so, and keeps it until it is killed. */
async function takenElsewhere(dataDir: string) {
  const program = `import { takeDataDirectory } from '#server/boot/data-directory.ts';
    takeDataDirectory(${JSON.stringify(dataDir)}, 0); process.stdout.write('taken'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return {
    pid: child.pid,
    kill: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners('exit').once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function refusal(work: () => unknown): DataDirectoryError {
  try {
    work();
  } catch (error) {
    if (error instanceof DataDirectoryError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('data directory', () => {
  test('is made for its owner alone, and taken once in a process', () => {
    const dataDir = path.join(folder, 'new/data');
    const first = takeDataDirectory(dataDir, 0);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(first.files).isDirectory()).toBe(true);
    expect(refusal(() => takeDataDirectory(dataDir, 0))).toMatchObject({ code: 'data.taken', exitCode: 75 });
    first.release();
    takeDataDirectory(dataDir, 0).release();
  });

  test('a second engine is told who has it; a killed one leaves it free', async () => {
    const other = await takenElsewhere(folder);
    const refused = refusal(() => takeDataDirectory(folder, 0));
    expect(refused.code).toBe('data.taken');
    expect(refused.message).toContain(`process ${other.pid}`);
    await other.kill();
    takeDataDirectory(folder, 0).release();
  });

  // Root can mount a small file system; elsewhere nothing can be filled without harm.
  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a full disk may pass: it is no reason to give up', () => {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
    try {
      const filler = path.join(folder, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(64 * 1024))).toThrow('ENOSPC');
      expect(refusal(() => takeDataDirectory(folder, 0))).toMatchObject({ code: 'data.full', exitCode: 1 });
      rmSync(filler);
      takeDataDirectory(folder, 0).release();
    } finally {
      execFileSync('/bin/umount', ['-l', folder]);
    }
  });

  test('a path that cannot be a folder is refused', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(refusal(() => takeDataDirectory(path.join(file, 'data'), 0))).toMatchObject({ code: 'data.unusable', exitCode: 78 });
  });
});
