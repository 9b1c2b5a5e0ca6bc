import type { Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';

/** `config [--json]`: every setting with the value in force; a password inside DATABASE_URL is masked. */
export function addConfig(program: Command): void {
  program
    .command('config')
    .description('list every setting and its value in force')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => {
      const config: Record<string, unknown> = { ...loadConfig() };
      for (const [name, value] of Object.entries(config))
        if (typeof value === 'string') config[name] = value.replace(/(:\/\/[^:/@]+:)[^@]+@/, '$1***@');
      if (options.json) process.stdout.write(`${JSON.stringify(config, null, 2)}\n`);
      else for (const [name, value] of Object.entries(config)) process.stdout.write(`${name} = ${String(value)}\n`);
    });
}
