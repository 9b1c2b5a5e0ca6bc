import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const skipped = new Set([
  'node_modules',
  '.next',
  'dist',
  '.git',
  '.drawloom',
  'shots',
  'coverage',
  'generated',
  'test-results',
  'playwright-report',
]);

/** Every file under `entry` (a file or a folder of the repository), sorted, without what is made. */
function filesOf(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { withFileTypes: true })
    .filter((item) => !skipped.has(item.name) && path.join(entry, item.name) !== 'data')
    .flatMap((item) => (item.isDirectory() ? filesOf(path.join(entry, item.name)) : [path.join(full, item.name)]))
    .sort();
}

/** Content hash of the given files and folders; tests do not count, since nothing that is built contains them. */
export function fingerprint(entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap(filesOf)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(root, '.drawloom', `${name}.stamp`);
/** Whether the step `name` was last done for exactly this fingerprint. */
export const isFresh = (name, print) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === print;
/** Remembers that the step `name` is done for this fingerprint. */
export function stamp(name, print) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), print);
}
