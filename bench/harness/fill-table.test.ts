import { describe, expect, it } from 'vitest';
import { fillTable } from './fill-table.ts';
import { toRow } from './row.ts';

const page = `before
<!-- figures -->
| row | p50 | p99 | unit | class | floor × | target | beside: p50, its class, × ours |
| --- | --- | --- | --- | --- | --- | --- | --- |
| hop | 3.4 | 5.5 | ms | D2 | 16 | 1 | |
| hop | 1.4 | 3.0 | ms | D1 | 101 | 0.25 | |
<!-- /figures -->
after
`;
const row = (name: string, ms: number) =>
  toRow({ name, unit: 'ms', durability: 'D2', target: 1, floor: 2 }, [ms, ms, ms, ms, ms]);

describe('fillTable', () => {
  it('replaces the line of the same name and class, keeps the others, adds new ones with their peers in one line', () => {
    const own = row('chain-40', 1118.4);
    const beside = (peer: string) => ({ ...own, peer, peerRatio: 0.5, peerP50: 559.2, peerDurability: 'D0' as const });
    const filled = fillTable(page, [row('hop', 2.04), own, beside('One 1.0'), beside('Two 2.0'), row('canvas-1000-pan', 3)]);
    const lines = filled.split('\n').filter((line) => line.startsWith('|'));
    expect(lines.slice(2)).toEqual([
      '| hop | 2 | 2 | ms | D2 | 1 | 1 |  |',
      '| hop | 1.4 | 3.0 | ms | D1 | 101 | 0.25 |  |',
      '| chain-40 | 1,118 | 1,118 | ms | D2 | 559 | 1 | One 1.0 559, D0, 0.5; Two 2.0 559, D0, 0.5 |',
    ]);
    expect(filled.startsWith('before\n')).toBe(true);
    expect(filled.endsWith('<!-- /figures -->\nafter\n')).toBe(true);
    expect(fillTable(filled, [])).toBe(filled);
  });

  it('refuses a page without the place', () => {
    expect(() => fillTable('nothing', [])).toThrow(/bench\.table/);
  });
});
