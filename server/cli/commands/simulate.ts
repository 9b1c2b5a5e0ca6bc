import type { Command } from 'commander';
import { simulate } from '#domain/simulation/simulate.ts';
import { Exit, exitCodes } from '../exit.ts';
import { readRunnable, readText } from '../read-workflow.ts';
import { parseOutcomes } from '../parse-outcomes.ts';
import { printRunSummary } from '../print-run-summary.ts';

/** `simulate FILE --outcomes FILE [--json]`: the run machine with made-up outcomes and a virtual clock; nothing is executed. */
export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('run a workflow with made-up outcomes; nothing is executed')
    .argument('<file>', 'workflow.json')
    .option('--outcomes <file>', 'JSON: {"taskId": ["success" | "failed" | …]}; a missing task succeeds')
    .option('--json', 'print {run, tasks, attempts}')
    .action((file: string, options: { outcomes?: string; json?: boolean }) => {
      if (file === '-' && options.outcomes === '-')
        throw new Exit(exitCodes.wrongUse, 'usage.stdin', 'Only one of the two files can be standard input.');
      const workflow = readRunnable(file);
      const outcomes = options.outcomes === undefined ? {} : parseOutcomes(readText(options.outcomes), workflow);
      const { run, tasks, attempts } = simulate(workflow, outcomes);
      printRunSummary({ run, tasks, attempts }, options.json === true);
    });
}
