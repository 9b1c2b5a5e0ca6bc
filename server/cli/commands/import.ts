import type { Command } from 'commander';
import { parseWorkflowText } from '#domain/definition/parse.ts';
import { loadConfig } from '#server/boot/config.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { importWorkflow } from '#server/workflows/import.ts';
import { Exit, exitCodes, problemLine } from '../exit.ts';
import { readText } from '../read-workflow.ts';

/** `import FILE [--project NAME]`: adds a workflow from its file as a draft; nothing is published or run. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('add a workflow from its JSON file, as a draft')
    .argument('<file>', 'workflow.json, or - for standard input')
    .option('--project <name>', 'folder to put it in')
    .option('--json', 'print {"id", "problems"}')
    .action(async (file: string, options: { project?: string; json?: boolean }) => {
      const text = readText(file);
      const config = loadConfig();
      await migrateDatabase(config.databaseUrl);
      const store = await openStore({ url: config.databaseUrl, role: 'tool', durability: config.durability });
      try {
        const parsed = parseWorkflowText(text);
        if (!parsed.ok)
          throw new Exit(
            exitCodes.problems,
            parsed.problems[0]?.code ?? 'definition.invalid',
            `${file} is not imported:\n${parsed.problems.map(problemLine).join('\n')}`,
          );
        const { id, problems } = await importWorkflow(
          store,
          new OperatorCatalog(config.dataDir).manifests,
          { text, ...(options.project ? { project: options.project } : {}) },
          { by: null, at: Date.now() },
        );
        if (options.json) process.stdout.write(`${JSON.stringify({ id, problems }, null, 2)}\n`);
        else process.stdout.write([`${id} is imported as a draft.`, ...problems.map(problemLine), ''].join('\n'));
      } finally {
        await store.close();
      }
    });
}
