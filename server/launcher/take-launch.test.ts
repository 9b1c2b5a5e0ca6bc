import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLaunch } from './take-launch.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'drawloom-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('makes the folder for its owner alone and takes it once; the next one is told who has it', () => {
  const dataDir = path.join(folder, 'new');
  const first = takeLaunch(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(() => takeLaunch(dataDir)).toThrow(expect.objectContaining({ code: 'data.taken', exitCode: 75 }));
  expect(() => takeLaunch(dataDir)).toThrow(`process ${process.pid}`);
  expect(first.afterKill).toBe(false);
  first.release();
  const second = takeLaunch(dataDir);
  expect(second.afterKill).toBe(false);
  second.release();
});

test('a folder that cannot be made is told in words', () => {
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => takeLaunch(path.join(folder, 'file/data'))).toThrow(
    expect.objectContaining({ code: 'data.unusable', exitCode: 78 }),
  );
});
