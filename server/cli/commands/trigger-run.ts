import type { Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';
import { connectEngine } from '#server/engine/client.ts';
import { collectParam, readParams } from '../read-params.ts';

/** `trigger run ID [--param k=v] [--key KEY] [--json]`: starts a run of a published workflow on the engine that runs here. */
export function addTriggerRun(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'trigger') ?? program.command('trigger');
  group
    .command('run')
    .description('start a run of a published workflow on the running engine')
    .argument('<id>', 'id of the workflow')
    .option('--param <name=value>', 'a param of the run; may be given several times', collectParam, [])
    .option('--key <key>', 'idempotency key: the same key gives the same run')
    .option('--json', 'print {"runId", "number"}')
    .action(async (workflowId: string, options: { param: string[]; key?: string; json?: boolean }) => {
      const engine = connectEngine(loadConfig().dataDir);
      const run = await engine.createRun({
        workflowId,
        params: readParams(options.param, undefined),
        ...(options.key === undefined ? {} : { idempotencyKey: options.key }),
        by: null,
      });
      process.stdout.write(options.json ? `${JSON.stringify(run)}\n` : `run ${run.number} of ${workflowId}: ${run.runId}\n`);
    });
}
