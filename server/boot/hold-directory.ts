import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataDirectoryError } from './data-directory-error.ts';
import { takeLock, type HeldLock } from './take-lock.ts';

interface Holder {
  pid: number;
  since?: string;
}

/**
 * Makes the data directory (mode 0700), prepares it, and takes one of its locks (`<name>.lock`) for this process, which
 * then stands in `<name>.holder.json`. `who` is how a sentence calls the other holder. Throws DataDirectoryError:
 * `data.taken` names the process that has it, `data.full` asks for room, `data.unusable` says what the system refused.
 */
export function holdDirectory(
  dataDir: string,
  options: { name: string; who: string; since?: string; prepare?(): void },
): HeldLock {
  const { name, who, since, prepare } = options;
  const holderFile = path.join(dataDir, `${name}.holder.json`);
  let lock: HeldLock | null;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    prepare?.();
    lock = takeLock(path.join(dataDir, `${name}.lock`));
    const holder: Holder = { pid: process.pid, ...(since === undefined ? {} : { since }) };
    if (lock) writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    if (isFull(error))
      throw new DataDirectoryError('data.full', `The disk of the data folder ${dataDir} is full. Make room.`, { cause: error });
    throw new DataDirectoryError(
      'data.unusable',
      `The data folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}. Make it writable, or choose another with DRAWLOOM_DATA.`,
      { cause: error },
    );
  }
  if (!lock)
    throw new DataDirectoryError(
      'data.taken',
      `Another ${who} (${holderOf(holderFile)}) uses ${dataDir}. End it, or choose another folder with DRAWLOOM_DATA.`,
    );
  const mine = lock;
  return {
    release() {
      rmSync(holderFile, { force: true });
      mine.release();
    },
  };
}

/** Of the system, of the user's share of it, or as SQLite says it. */
function isFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
}

function holderOf(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return since === undefined ? `process ${pid}` : `process ${pid}, since ${since}`;
  } catch {
    return 'it has not said which';
  }
}
