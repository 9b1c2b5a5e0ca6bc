import type { Command } from 'commander';
import { loadConfig } from '#server/boot/config.ts';
import { settings } from '#server/boot/settings.ts';

/** `config [--json]`: every setting with its variable, the value in force and what it is; passwords in addresses are masked. */
export function addConfig(program: Command): void {
  program
    .command('config')
    .description('list every setting and its value in force')
    .option('--json', 'print {name: {value, variable, set, preset, sentence}}')
    .action((options: { json?: boolean }) => {
      const config = loadConfig();
      const rows = Object.entries(settings).map(([name, { env, preset, sentence }]) => ({
        name,
        value: masked(config[name as keyof typeof config]),
        variable: env,
        set: Boolean(process.env[env]),
        preset,
        sentence,
      }));
      if (options.json) {
        const byName = Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
        process.stdout.write(`${JSON.stringify(byName, null, 2)}\n`);
        return;
      }
      for (const { variable, value, set, sentence } of rows)
        process.stdout.write(`${variable} = ${shown(value)}${set ? '' : ' (preset)'}\n    ${sentence}\n`);
    });
}

/** A value as people read it: what is not there, or an empty list, is `(none)`. */
function shown(value: string | number | string[] | null): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text === '' ? '(none)' : text;
}

/** `scheme://user:***@host`: a password never reaches a terminal. */
function masked(value: string | number | string[] | null): string | number | string[] | null {
  return typeof value === 'string' ? value.replace(/(:\/\/[^:/@]*:)[^@]+@/, '$1***@') : value;
}
