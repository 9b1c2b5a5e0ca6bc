import { writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';
import { openStore } from '#server/store/open-store.ts';
import { exportWorkflow } from '#server/workflows/export.ts';

/** `export ID [--source draft|published] [--out FILE]`: the canonical file of a workflow, to standard output. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write a workflow as its canonical JSON file')
    .argument('<id>', 'id of the workflow')
    .addOption(new Option('--source <source>', 'which definition').choices(['draft', 'published']).default('draft'))
    .option('--out <file>', 'a file instead of standard output')
    .action(async (id: string, options: { source: 'draft' | 'published'; out?: string }) => {
      const config = loadConfig();
      const store = await openStore({ url: config.databaseUrl, role: 'tool', durability: config.durability });
      try {
        const { text } = await exportWorkflow(store, { id, source: options.source });
        if (options.out) writeFileSync(options.out, text);
        else process.stdout.write(text);
      } finally {
        await store.close();
      }
    });
}
