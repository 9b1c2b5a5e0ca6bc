import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes an attempt's directory (0700, with an empty `artifacts`) and writes its files (0600). Throws what the system says,
 * such as ENOSPC. A directory that is there already was made for a start that was ordered before: `wasStarted` says whether
 * that was carried out, then false is given and nothing written; else it is filled again.
 */
export function prepareDirectory(
  directory: string,
  files: Record<string, string>,
  wasStarted: () => boolean = () => false,
): boolean {
  if (!make(directory) && wasStarted()) return false;
  make(path.join(directory, 'artifacts'));
  for (const [name, text] of Object.entries(files)) {
    if (path.basename(name) !== name) throw new Error(`A file of an attempt has a plain name, not ${name}.`);
    writeFileSync(path.join(directory, name), text, { mode: 0o600 });
  }
  return true;
}

/** Whether it had to be made. */
function make(directory: string): boolean {
  try {
    mkdirSync(directory, { mode: 0o700 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT') throw error;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return true;
  }
}
