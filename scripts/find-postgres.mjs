import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Folder with `initdb` and `postgres`, the newest version first (PATH, then Debian's, then Homebrew's); null when there is none. */
export function findPostgres() {
  const versions = (dir, tail) =>
    existsSync(dir)
      ? readdirSync(dir)
          .sort((a, b) => parseInt(b.replace(/\D+/g, '') || '0', 10) - parseInt(a.replace(/\D+/g, '') || '0', 10))
          .map((name) => path.join(dir, name, tail))
      : [];
  const places = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions('/usr/lib/postgresql', 'bin'),
    ...versions('/opt/homebrew/opt', 'bin').filter((dir) => dir.includes('postgresql')),
    ...versions('/usr/local/opt', 'bin').filter((dir) => dir.includes('postgresql')),
  ];
  return places.find((dir) => dir && existsSync(path.join(dir, 'initdb')) && existsSync(path.join(dir, 'postgres'))) ?? null;
}
