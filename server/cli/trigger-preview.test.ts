import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { addTriggerPreview } from './commands/trigger-preview.ts';
import { Exit } from './exit.ts';

afterEach(() => vi.restoreAllMocks());

/** What the command prints, or the line it would end with and its exit code. */
async function preview(...args: string[]): Promise<string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const program = new Command().exitOverride();
  addTriggerPreview(program);
  try {
    await program.parseAsync(['trigger', 'preview', ...args], { from: 'user' });
    return out;
  } catch (error) {
    if (error instanceof Exit) return `${error.exitCode} ${error.code}: ${error.message}`;
    throw error;
  }
}

test('prints the next instants', async () => {
  const args = ['--cron', '30 2 * * *', '--timezone', 'Europe/Vienna', '--from', '2027-03-27T00:00:00Z', '--count', '2'];
  expect(await preview(...args)).toBe('2027-03-27T01:30:00Z\n2027-03-28T01:30:00Z\n');
});

test('says each thing that is wrong once, with its code', async () => {
  const cron = await preview('--cron', '0 25 * * *');
  expect(cron).toMatch(/^1 trigger\.cron: /);
  expect(cron.match(/trigger\.cron/g)).toHaveLength(1);
  const all = await preview('--cron', '0 25 * * *', '--timezone', 'Mars/Base', '--count', '0', '--from', 'soon');
  expect(all.split('\n').map((line) => /(\S+\.\S+): /.exec(line)?.[1])).toEqual([
    'usage.from',
    'usage.count',
    'trigger.zone',
    'trigger.cron',
  ]);
  expect(all).toMatch(/^2 /);
});
