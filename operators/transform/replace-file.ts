import { randomUUID } from 'node:crypto';
import { copyFileSync, fsyncSync, mkdirSync, openSync, closeSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts a finished file in the place of another, in one step: nobody reads half of it, and a crash leaves the old one.
 * Makes the folders. Gives the bytes of the file.
 */
export function replaceFile(place: string, made: string): number {
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    toDisk(made);
    renameSync(made, place);
  } catch (error) {
    // The folder `files` may be a disk of its own.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const part = `${place}.${randomUUID()}.part`;
    try {
      copyFileSync(made, part);
      toDisk(part);
      renameSync(part, place);
    } catch (failed) {
      rmSync(part, { force: true });
      throw failed;
    }
  }
  return statSync(place).size;
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
