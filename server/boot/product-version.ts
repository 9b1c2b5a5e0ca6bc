import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '#server/store/repository-root.ts';

/** Version of the product, as its package says. Not for the pages: a bundle of Next does not know where it lies. */
export function productVersion(): string {
  const file = path.join(repositoryRoot(), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
