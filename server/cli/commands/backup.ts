import path from 'node:path';
import type { Command } from 'commander';
import { backUp } from '#server/backup/back-up.ts';
import { loadConfig } from '#server/boot/config.ts';

/** `backup [FOLDER]`: everything that cannot be made again, into a new folder; Drawloom may run meanwhile. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write database, files, artifacts and keys into a folder, while Drawloom runs')
    .argument('[folder]', 'folder to make; without it drawloom-backup-<time> here')
    .option('--json', 'print {"target", "files", "bytes"}')
    .action(async (folder: string | undefined, options: { json?: boolean }) => {
      const { databaseUrl, dataDir } = loadConfig();
      const at = Date.now();
      const name = folder ?? `drawloom-backup-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}`;
      const report = await backUp({ databaseUrl, dataDir, target: path.resolve(name), at });
      process.stdout.write(
        options.json
          ? `${JSON.stringify(report, null, 2)}\n`
          : `${report.target}: ${report.files} files, ${report.bytes} bytes. It holds the key of the sessions: keep it as safe as the data folder.\n`,
      );
    });
}
