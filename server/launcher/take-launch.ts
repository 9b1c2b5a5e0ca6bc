import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataDirectoryError } from '#server/boot/data-directory-error.ts';
import { takeLock, type HeldLock } from '#server/boot/take-lock.ts';

/**
 * Makes the data directory (mode 0700) and takes it for one launcher, until this process ends. The engine's own lock comes
 * too late: a second launcher would have started a second spawner by then, whose `spawner.json` leads the first one's
 * engine astray when it next looks. Throws DataDirectoryError: `data.taken`, `data.unusable`.
 */
export function takeLaunch(dataDir: string): HeldLock {
  const holder = path.join(dataDir, 'launcher.holder.json');
  let lock: HeldLock | null;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    lock = takeLock(path.join(dataDir, 'launcher.lock'));
    if (lock) writeFileSync(holder, JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  } catch (error) {
    throw new DataDirectoryError(
      'data.unusable',
      `The data folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}. Make it writable, or choose another with DRAWLOOM_DATA.`,
      { cause: error },
    );
  }
  if (!lock)
    throw new DataDirectoryError(
      'data.taken',
      `Another Drawloom (${holderOf(holder)}) uses ${dataDir}. End it, or choose another folder with DRAWLOOM_DATA.`,
    );
  return lock;
}

function holderOf(file: string): string {
  try {
    return `process ${(JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid}`;
  } catch {
    return 'it has not said which';
  }
}
