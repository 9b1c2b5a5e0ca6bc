import type { Command } from 'commander';
import { moveDatabase } from '#server/backup/move-database.ts';
import { loadConfig } from '#server/boot/config.ts';

/** `move-database --to URL`: copies the database to another place or kind; the settings then name the new one. */
export function addMoveDatabase(program: Command): void {
  program
    .command('move-database')
    .description('copy the whole database from SQLite to PostgreSQL or back; Drawloom must be stopped')
    .requiredOption('--to <url>', 'file:/path/to/new.db or postgresql://user:password@host/database, empty')
    .option('--json', 'print the rows copied, by table')
    .action(async ({ to, json }: { to: string; json?: boolean }) => {
      const { databaseUrl, dataDir } = loadConfig();
      const target = loadConfig({ DATABASE_URL: to }).databaseUrl;
      const copied = await moveDatabase({ databaseUrl, dataDir, to: target, at: Date.now() });
      if (json) process.stdout.write(`${JSON.stringify(copied, null, 2)}\n`);
      else {
        const rows = Object.values(copied).reduce((sum, count) => sum + count, 0);
        process.stdout.write(
          `${rows} rows are copied; the old database is as it was. Set DATABASE_URL to the new one and start Drawloom.\n`,
        );
      }
    });
}
