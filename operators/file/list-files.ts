import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';
import { fitsPattern } from './name-pattern.ts';

/** More entries than this do not fit an output anyway. */
const most = 5_000;

/** Files below a folder whose path inside it fits the pattern, by path: `{path, name, bytes, modifiedAt}`. Links are not followed. */
export async function listFiles(folder: string, filesDirectory: string, pattern: string): Promise<JsonObject[]> {
  const deep = pattern.includes('/') || pattern.includes('**');
  const found: JsonObject[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = (await readdir(path.join(folder, inside), { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const entry of entries) {
      const name = path.posix.join(inside, entry.name);
      if (entry.isDirectory() && deep) await walk(name);
      if (!entry.isFile() || !fitsPattern(name, pattern)) continue;
      if (found.length === most)
        throw new CodedFailure('output', `More than ${most} files fit. Narrow the pattern or the folder.`, 'never');
      const { size, mtime } = await stat(path.join(folder, name));
      found.push({
        path: path.relative(filesDirectory, path.join(folder, name)),
        name: entry.name,
        bytes: size,
        modifiedAt: mtime.toISOString(),
      });
    }
  };
  await walk('');
  return found;
}
