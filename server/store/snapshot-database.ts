import { migrateDatabase } from './migrate.ts';
import { copyDatabase } from './copy-database.ts';

/**
 * Writes the database as it stands at one moment into a new SQLite file, while others go on using it: the same form for
 * both providers, so that a backup of one can be restored into the other. `file` must not exist.
 */
export async function snapshotDatabase(url: string, file: string): Promise<void> {
  if (url.startsWith('file:')) {
    const { backupSqlite } = await import('./sql/sqlite/backup-sqlite.ts');
    return backupSqlite(url, file);
  }
  await migrateDatabase(`file:${file}`);
  await copyDatabase(url, `file:${file}`);
}
