import type { Command } from 'commander';
import { exitCodes, problemLine } from '../exit.ts';
import { inspectWorkflow } from '../read-workflow.ts';

/** `validate FILE [--json]`: every problem of a workflow file (of its format, or, when that is good, of what it says); 1 when one of them is an error. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check a workflow file and list its problems')
    .argument('<file>', 'workflow.json, or - for standard input')
    .option('--json', 'print {"problems": […]}')
    .action((file: string, options: { json?: boolean }) => {
      const { workflow, problems } = inspectWorkflow(file);
      if (options.json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
      else if (problems.length === 0) process.stdout.write('No problems. This workflow can be published.\n');
      else process.stdout.write(`${problems.map(problemLine).join('\n')}\n`);
      if (workflow === undefined && !options.json)
        process.stdout.write('These are errors of the format. What its tasks say is checked once they are mended.\n');
      if (problems.some((problem) => problem.level === 'error')) process.exitCode = exitCodes.problems;
    });
}
