import type { Migration } from './migrations.ts';
import { StoreUnusable } from './store-unusable.ts';

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

/**
 * Which of our migrations are pending, given what the database says was applied. Throws StoreUnusable: `store.newer`
 * when it knows one that we do not, `store.migration-failed` when one was begun and not finished, `store.older` when one
 * was applied with other text (a database of a development version).
 */
export function pendingMigrations(ours: Migration[], applied: AppliedMigration[]): Migration[] {
  const live = applied.filter(({ rolledBack }) => !rolledBack);
  const failed = live.find(({ finished }) => !finished);
  if (failed)
    throw new StoreUnusable(
      'store.migration-failed',
      `Migration ${failed.name} was begun and not finished. Restore the backup made before the upgrade with \`drawloom restore\`.`,
    );
  const byName = new Map(ours.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of live) {
    const mine = byName.get(name);
    if (!mine)
      throw new StoreUnusable(
        'store.newer',
        `The database was written by a newer Drawloom (it knows ${name}). Start that version, or restore an older backup.`,
      );
    if (mine.checksum !== checksum)
      throw new StoreUnusable(
        'store.older',
        `The database was made with another ${name} than this version has. Export its workflows with the version that made it, and import them into a fresh database.`,
      );
  }
  const done = new Set(live.map(({ name }) => name));
  return ours.filter(({ name }) => !done.has(name));
}
