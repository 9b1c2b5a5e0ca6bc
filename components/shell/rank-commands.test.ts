import { expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { rankCommands } from './rank-commands.ts';

const command = (group: string, title: string, words?: string): Command => ({ id: `${group}/${title}`, group, title, words });
const all = [
  command('Actions', 'New workflow'),
  command('Actions', 'Sign out'),
  command('Workflows', 'Weather ETL', 'daily vega'),
  command('Workflows', 'Sales by city'),
  ...Array.from({ length: 12 }, (_, i) => command('Runs', `Run ${i}`)),
];
const titles = (search: string) => rankCommands(all, search).map((c) => c.title);

it('shows a few of each group while nothing is typed', () => expect(titles('')).toHaveLength(2 + 2 + 5));
it('finds by the beginning of a word before the middle of one', () => expect(titles('w')[0]).toBe('Weather ETL'));
it('wants every word', () => expect(titles('sales city')).toEqual(['Sales by city']));
it('finds by further words', () => expect(titles('vega')).toEqual(['Weather ETL']));
it('answers nothing to nonsense', () => expect(titles('zzz')).toEqual([]));
