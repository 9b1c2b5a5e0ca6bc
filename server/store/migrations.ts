import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** One migration of this version of Drawloom. */
export interface Migration {
  /** Folder name, such as `0001_first`; they apply in this order. */
  name: string;
  sql: string;
  /** SHA-256 of the SQL as `_prisma_migrations` keeps it. */
  checksum: string;
}

/** Every migration under prisma/ for a provider, in order. */
export function migrationsOf(provider: 'sqlite' | 'postgres'): Migration[] {
  const folder = path.join(repositoryRoot(), 'prisma', provider, 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
