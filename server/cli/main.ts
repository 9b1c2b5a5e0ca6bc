import { Command, CommanderError } from 'commander';
import { ConfigError } from '#server/boot/config-error.ts';
import { DataDirectoryError } from '#server/boot/data-directory-error.ts';
import { Refusal } from '#server/refusal.ts';
import { StoreUnusable } from '#server/store/store-unusable.ts';
import { StoreUnavailable } from '#server/store/store.ts';
import { addBackup } from './commands/backup.ts';
import { addConfig } from './commands/config.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addMoveDatabase } from './commands/move-database.ts';
import { addOperators } from './commands/operators.ts';
import { addRestore } from './commands/restore.ts';
import { addRun } from './commands/run.ts';
import { addSimulate } from './commands/simulate.ts';
import { addStart } from './commands/start.ts';
import { addTriggerPreview } from './commands/trigger-preview.ts';
import { addTriggerRun } from './commands/trigger-run.ts';
import { addValidate } from './commands/validate.ts';
import { addWaiting } from './commands/waiting.ts';
import { Exit, exitCodes } from './exit.ts';

const program = new Command('drawloom')
  .description(
    'Draw a workflow, run it, watch it.\n\nExit codes: 0 good, 1 problems or the run failed, 2 wrong use, 3 cancelled.',
  )
  .configureOutput({ outputError: (text, write) => write(`usage: ${text.replace(/^error: /, '')}`) })
  .exitOverride();
for (const add of [
  addStart,
  addValidate,
  addSimulate,
  addRun,
  addImport,
  addExport,
  addTriggerPreview,
  addTriggerRun,
  addWaiting,
  addConfig,
  addOperators,
  addBackup,
  addRestore,
  addMoveDatabase,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong in one coded line and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.wrongUse;
  if (error instanceof Exit) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return exitCodes.wrongUse;
  }
  if (
    error instanceof Refusal ||
    error instanceof StoreUnusable ||
    error instanceof StoreUnavailable ||
    error instanceof DataDirectoryError
  ) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return exitCodes.problems;
  }
  process.stderr.write(`internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.problems;
}
