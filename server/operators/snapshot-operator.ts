import { createHash } from 'node:crypto';
import { cp, lstat, readdir, readFile, readlink, rename, rm } from 'node:fs/promises';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CodedFailure } from '#operators/runner.ts';

const mostFiles = 5_000;
const mostBytes = 128 * 1024 * 1024;
/** What tools leave behind; no part of a program. */
const left = new Set(['__pycache__', '.git', '.DS_Store']);

interface Entry {
  name: string;
  link: boolean;
  stamp: string;
}

/** Last copy of each folder, with what the folder looked like then. */
const taken = new Map<string, { stamp: string; copy: string }>();

/**
 * A copy of an operator's folder that nobody changes any more: attempts run it, so one that runs keeps its program whatever
 * happens to the folder. Made once for each state of the folder, named by its content, in `into`. Gives where it lies
 * (absolute). Throws CodedFailure `operator.size` or `operator.path`.
 */
export async function snapshotOperator(directory: string, into: string): Promise<string> {
  const entries = await walk(directory);
  const stamp = entries.map((entry) => `${entry.name}\0${entry.stamp}`).join('\n');
  const before = taken.get(directory);
  if (before?.stamp === stamp && (await exists(before.copy))) return before.copy;
  const hash = createHash('sha256');
  for (const { name, link, stamp: kind } of entries) {
    hash.update(`${name}\0${link ? kind : kind.split(' ')[0]}\0`);
    hash.update(link ? await readlink(path.join(directory, name)) : await readFile(path.join(directory, name)));
  }
  const copy = path.join(into, hash.digest('hex').slice(0, 24));
  if (!(await exists(copy))) {
    mkdirSync(into, { recursive: true, mode: 0o700 });
    const part = `${copy}.${process.pid}.${++copies}.part`;
    await cp(directory, part, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (from) => !left.has(path.basename(from)),
    });
    try {
      await rename(part, copy);
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      // Another attempt was first.
      if (!(await exists(copy))) throw error;
    }
  }
  taken.set(directory, { stamp, copy });
  return copy;
}
let copies = 0;

/** Removes copies that no attempt uses: each attempt's `operator` file names its own. Called before attempts begin. */
export function removeOldSnapshots(into: string, attempts: string): void {
  const list = (folder: string): string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  const used = new Set<string>();
  for (const name of list(attempts)) {
    try {
      used.add(readFileSync(path.join(attempts, name, 'operator'), 'utf8').trim());
    } catch {
      // An attempt of a built-in operator.
    }
  }
  for (const name of list(into)) if (!used.has(name)) rmSync(path.join(into, name), { recursive: true, force: true });
}

/** Every file and link of a folder, sorted, with what changes when it changes. */
async function walk(directory: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  const look = async (under: string): Promise<void> => {
    for (const entry of await readdir(path.join(directory, under), { withFileTypes: true })) {
      if (left.has(entry.name)) continue;
      const name = path.join(under, entry.name);
      const at = path.join(directory, name);
      if (entry.isDirectory()) {
        await look(name);
        continue;
      }
      const { size, mtimeMs, ino, mode, ctimeMs } = await lstat(at);
      const link = entry.isSymbolicLink();
      if (!link && !entry.isFile()) continue;
      if (link) await keepInside(directory, at, name);
      bytes += size;
      entries.push({ name, link, stamp: `${mode & 0o111} ${size} ${mtimeMs} ${ctimeMs} ${ino}` });
      if (entries.length > mostFiles || bytes > mostBytes)
        throw new CodedFailure(
          'operator.size',
          `The folder of the operator has more than ${mostFiles} files or 128 MiB. Keep data and packages elsewhere.`,
          'never',
        );
    }
  };
  await look('');
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function keepInside(directory: string, at: string, name: string): Promise<void> {
  const target = await readlink(at);
  const within = path.relative(directory, path.resolve(path.dirname(at), target));
  if (!path.isAbsolute(target) && !within.startsWith('..')) return;
  throw new CodedFailure(
    'operator.path',
    `${name} is a link that leads out of the operator's folder. Copy what it names into the folder.`,
    'never',
  );
}

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );
