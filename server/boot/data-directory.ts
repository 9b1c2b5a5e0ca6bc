import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataDirectoryError } from './data-directory-error.ts';
import { takeLock, type HeldLock } from './take-lock.ts';

/** A data directory that this process alone uses. */
export interface DataDirectory {
  path: string;
  /** Files that tasks share. */
  files: string;
  /** Files that attempts left, by id. */
  artifacts: string;
  /** Lets the next engine in. A process that dies lets it in as well. */
  release(): void;
}

interface Holder {
  pid: number;
  since: string;
}

/**
 * Makes the folder (mode 0700) and what belongs in it, and takes it for this engine. Throws DataDirectoryError:
 * `data.taken` names the process that has it, `data.unusable` says what the system refused. `at` is ms since the epoch.
 */
export function takeDataDirectory(dataDir: string, at: number): DataDirectory {
  const files = path.join(dataDir, 'files');
  const artifacts = path.join(dataDir, 'artifacts');
  const operators = path.join(dataDir, 'operators');
  const holderFile = path.join(dataDir, 'engine.holder.json');
  let lock: HeldLock | null;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // A folder made by somebody else may be open to all: secrets lie in it.
    chmodSync(dataDir, 0o700);
    for (const folder of [files, artifacts, operators]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = takeLock(path.join(dataDir, 'engine.lock'));
    if (lock)
      writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date(at).toISOString() } satisfies Holder), {
        mode: 0o600,
      });
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
      `Another Drawloom engine (${holderOf(holderFile)}) uses ${dataDir}. End it, or choose another folder with DRAWLOOM_DATA.`,
    );
  const mine = lock;
  return {
    path: dataDir,
    files,
    artifacts,
    release() {
      rmSync(holderFile, { force: true });
      mine.release();
    },
  };
}

function holderOf(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return `process ${pid}, since ${since}`;
  } catch {
    return 'it has not said which';
  }
}
