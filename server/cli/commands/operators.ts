import type { Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';
import { listOwnOperators } from '#server/operators/list-own.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { addOperatorExample } from '#server/operators/operator-examples.ts';
import { operatorsFolder } from '#server/operators/read-operators.ts';
import { repositoryRoot } from '#server/store/repository-root.ts';
import { exitCodes } from '../exit.ts';

/** `operators list [--json]`: own operators with their problems, 1 when one is broken; `operators add-example [NAME]`. */
export function addOperators(program: Command): void {
  const operators = program.command('operators').description("people's own operators, in operators/ of the data folder");
  operators
    .command('list')
    .description('list them, with what is wrong')
    .option('--json', 'print [{folder, name, title, run, problems, changedAt}]')
    .action((options: { json?: boolean }) => {
      const { dataDir } = loadConfig();
      const own = listOwnOperators(new OperatorCatalog(dataDir));
      if (options.json) process.stdout.write(`${JSON.stringify(own, null, 2)}\n`);
      else if (own.length === 0)
        process.stdout.write(`There is none in ${operatorsFolder(dataDir)}. \`operators add-example\` puts one there.\n`);
      for (const { folder, name, run, problems } of options.json ? [] : own) {
        process.stdout.write(`${problems.length > 0 ? 'broken' : 'ready '} ${name ?? '?'} (${folder})${run ? `: ${run}` : ''}\n`);
        for (const { code, pointer, message } of problems) process.stdout.write(`    ${code} ${pointer || '/'}: ${message}\n`);
      }
      if (own.some(({ problems }) => problems.length > 0)) process.exitCode = exitCodes.problems;
    });
  operators
    .command('add-example')
    .description('copy an example operator into the data folder, to be changed')
    .argument('[name]', 'which', 'csv-profile')
    .action((name: string) => {
      const folder = addOperatorExample(repositoryRoot(), loadConfig().dataDir, name);
      process.stdout.write(`${folder} is yours. It is in the palette now, without a restart.\n`);
    });
}
