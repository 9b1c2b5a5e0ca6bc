import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * Copies a file or a folder with all plain files below it; links and sockets are left out. What is not there, or goes
 * while it is copied, is no error. Gives the copied files' paths from `from`, with `/`; a plain file is `''`.
 */
export async function copyTree(from: string, to: string): Promise<string[]> {
  const stat = await lstat(from).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (stat?.isFile()) return (await copyOne(from, to)) ? [''] : [];
  if (!stat?.isDirectory()) return [];
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copied: string[] = [];
  for (const entry of (await readdir(from)).sort())
    for (const below of await copyTree(path.join(from, entry), path.join(to, entry)))
      copied.push(below === '' ? entry : `${entry}/${below}`);
  return copied;
}

async function copyOne(from: string, to: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    // A clone where the file system has them: costs nothing, and is as good.
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
