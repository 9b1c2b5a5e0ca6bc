import { createHash } from 'node:crypto';
import path from 'node:path';

/** Folders of a data directory that attempts use; all absolute. */
export interface DataFolders {
  attempts: string;
  artifacts: string;
  files: string;
  cache: string;
  /** First half of every cookie: tells the processes of this data directory from those of another. */
  home: string;
}

export function dataFolders(dataDir: string): DataFolders {
  const root = path.resolve(dataDir);
  return {
    attempts: path.join(root, 'attempts'),
    artifacts: path.join(root, 'artifacts'),
    files: path.join(root, 'files'),
    cache: path.join(root, 'cache'),
    home: createHash('sha256').update(root).digest('hex').slice(0, 16),
  };
}

/** Folder of an attempt: its id made safe for a file name, plus a hash, so that no two ids share one. */
export function attemptDirectory(folders: DataFolders, attemptId: string): string {
  const readable = attemptId.replace(/[^A-Za-z0-9_-]/g, '_').slice(-80);
  return path.join(folders.attempts, `${readable}-${createHash('sha256').update(attemptId).digest('hex').slice(0, 12)}`);
}
