import { takeDataDirectory } from '#server/boot/data-directory.ts';
import { Refusal } from '#server/refusal.ts';
import { copyDatabase, type CopiedRows } from '#server/store/copy-database.ts';
import { migrateDatabase } from '#server/store/migrate.ts';

export interface MoveDatabaseInput {
  databaseUrl: string;
  dataDir: string;
  /** `file:…` or `postgresql://…`, empty. */
  to: string;
  /** ms since the epoch. */
  at: number;
}

/**
 * Copies the whole database to another place or kind, row by row, all or nothing; the old one stays as it is. The engine
 * must be stopped (`data.taken`); the target must be another one (`move.same`) and empty (`store.not-empty`). Gives the
 * rows copied, by table.
 */
export async function moveDatabase({ databaseUrl, dataDir, to, at }: MoveDatabaseInput): Promise<CopiedRows> {
  if (to === databaseUrl) throw new Refusal('move.same', 'The database lies there already. Name another place with --to.', 409);
  const directory = takeDataDirectory(dataDir, at);
  try {
    await migrateDatabase(databaseUrl);
    await migrateDatabase(to);
    return await copyDatabase(databaseUrl, to);
  } finally {
    directory.release();
  }
}
