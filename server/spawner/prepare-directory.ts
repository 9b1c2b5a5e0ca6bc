import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes an attempt's directory (0700, with an empty `artifacts`) and writes its files (0600). Throws what the system says,
 * such as ENOSPC. A directory that is there already is filled again: its start was ordered before and never answered.
 */
export function prepareDirectory(directory: string, files: Record<string, string>): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    mkdirSync(path.join(directory, 'artifacts'), { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  for (const [name, text] of Object.entries(files)) {
    if (path.basename(name) !== name) throw new Error(`A file of an attempt has a plain name, not ${name}.`);
    writeFileSync(path.join(directory, name), text, { mode: 0o600 });
  }
}
