import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds `prisma/` and `node_modules/`, seen from a source file or from a bundle in dist/. */
export function repositoryRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'prisma/model.prisma'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`the folder prisma/ was not found above ${from}`);
  }
}
