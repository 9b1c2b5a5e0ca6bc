import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Command } from 'commander';
import { findProgramDirectory } from '#server/engine/perform/program-directory.ts';

/** `start`: the whole product, as `npm start` does it. Ends with the launcher's exit code. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('start Drawloom: spawner, engine and pages')
    .action(async () => {
      const launcher = spawn(process.execPath, [path.join(findProgramDirectory(), 'launcher.js')], { stdio: 'inherit' });
      const pass = (signal: NodeJS.Signals) => launcher.kill(signal);
      process.on('SIGTERM', pass);
      // Ctrl+C reaches the launcher by itself; we only must not end before it.
      process.on('SIGINT', () => {});
      process.exitCode = await new Promise<number>((resolve, reject) => {
        launcher.once('error', reject);
        launcher.once('exit', (code) => resolve(code ?? 1));
      });
      process.off('SIGTERM', pass);
    });
}
