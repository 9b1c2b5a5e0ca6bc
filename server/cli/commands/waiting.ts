import type { Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';
import { connectEngine } from '#server/engine/client.ts';
import { waitingLines } from '../waiting-lines.ts';

/** `waiting RUN [--task T] [--json]`: why each task run of a run does not work yet, and when it probably will. */
export function addWaiting(program: Command): void {
  program
    .command('waiting')
    .description('why each task of a run waits, and when it will probably begin')
    .argument('<run>', 'id of the run')
    .option('--task <id>', 'this task alone')
    .option('--json', 'print [{"task", "index", "reasons": [{"code", "message", "at"}], "expectedAt"}]; instants in ms')
    .action(async (runId: string, options: { task?: string; json?: boolean }) => {
      const engine = connectEngine(loadConfig().dataDir);
      const { task } = options;
      const waiting = await engine.waiting({ runId, estimate: true, ...(task === undefined ? {} : { task }) });
      process.stdout.write(
        options.json
          ? `${JSON.stringify(waiting)}\n`
          : waitingLines(waiting, Date.now())
              .map((line) => `${line}\n`)
              .join(''),
      );
    });
}
