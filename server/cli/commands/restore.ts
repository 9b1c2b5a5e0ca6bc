import path from 'node:path';
import type { Command } from 'commander';
import { restore } from '#server/backup/restore.ts';
import { loadConfig } from '#server/boot/config.ts';

/** `restore FOLDER`: brings a backup back into the data folder; what is there is kept under another name. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('bring a backup back; Drawloom must be stopped, and nothing is overwritten')
    .argument('<folder>', 'folder made by drawloom backup')
    .option('--json', 'print {"files", "before"}')
    .action(async (folder: string, options: { json?: boolean }) => {
      const { databaseUrl, dataDir } = loadConfig();
      const report = await restore({ databaseUrl, dataDir, source: path.resolve(folder), at: Date.now() });
      if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      else {
        process.stdout.write(
          `${report.files} files are back. Tasks that ran at the time of the backup count as lost, and are tried again.\n`,
        );
        for (const place of report.before) process.stdout.write(`What was there before lies at ${place}\n`);
      }
    });
}
