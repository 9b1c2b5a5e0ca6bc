import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Where our bundled programs lie: beside the engine's own bundle. Run from source, it is `dist/` of the repository, which
 * `node scripts/build.mjs` makes.
 */
export function findProgramDirectory(from: string = import.meta.dirname): string {
  if (path.basename(from) === 'dist') return from;
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return path.join(folder, 'dist');
    if (path.dirname(folder) === folder) return path.join(from, 'dist');
  }
}
