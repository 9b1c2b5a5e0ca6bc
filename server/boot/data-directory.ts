import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { holdDirectory } from './hold-directory.ts';

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

/**
 * Makes the folder (mode 0700) and what belongs in it, and takes it for this engine. Throws DataDirectoryError:
 * `data.taken` names the process that has it, `data.full` asks for room, `data.unusable` says what the system refused. `at` is ms since the epoch.
 */
export function takeDataDirectory(dataDir: string, at: number): DataDirectory {
  const files = path.join(dataDir, 'files');
  const artifacts = path.join(dataDir, 'artifacts');
  const operators = path.join(dataDir, 'operators');
  const { release } = holdDirectory(dataDir, {
    name: 'engine',
    who: 'Drawloom engine',
    since: new Date(at).toISOString(),
    prepare() {
      // A folder made by somebody else may be open to all: secrets lie in it.
      chmodSync(dataDir, 0o700);
      for (const folder of [files, artifacts, operators]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    },
  });
  return { path: dataDir, files, artifacts, release };
}
