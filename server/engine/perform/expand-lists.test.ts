import { describe, expect, it } from 'vitest';
import { expandLists, itemOf, type MapSpec } from './expand-lists.ts';
import { listScope } from './scope.ts';
import type { JobRun } from './performer.ts';

const run = {
  params: { cities: ['Seattle', 'Cairo'] },
  logicalTime: 0,
  dataIntervalStart: 0,
  dataIntervalEnd: 0,
} as unknown as JobRun;
const map = (combine: 'product' | 'zip', ...items: MapSpec['over'][number]['items'][]): MapSpec => ({
  over: items.map((list, at) => ({ into: `f${at}`, items: list })),
  combine,
  limit: 1024,
});

describe('lists of a mapped task', () => {
  it('are written out, or come from params and outputs', () => {
    const scope = listScope(run, { load: { rows: [1, 2, 3] } });
    expect(expandLists(map('product', [1], '{{ params.cities }}', '{{ tasks.load.output.rows }}'), scope)).toEqual([
      [1],
      ['Seattle', 'Cairo'],
      [1, 2, 3],
    ]);
  });

  it('have to be lists', () => {
    expect(() => expandLists(map('product', '{{ params }}'), listScope(run, {}))).toThrow(
      expect.objectContaining({ code: 'map' }),
    );
    expect(() => expandLists(map('product', 'Seattle'), listScope(run, {}))).toThrow(expect.objectContaining({ code: 'map' }));
    expect(() => expandLists(map('product', '{{ tasks.gone.output }}'), listScope(run, {}))).toThrow(
      expect.objectContaining({ code: 'template' }),
    );
  });

  it('give each copy its entries; in a product the last list turns fastest', () => {
    const lists = [
      ['a', 'b'],
      [1, 2, 3],
    ];
    expect([0, 1, 2, 3, 4, 5].map((at) => itemOf(map('product', [], []), lists, at))).toEqual([
      ['a', 1],
      ['a', 2],
      ['a', 3],
      ['b', 1],
      ['b', 2],
      ['b', 3],
    ]);
    expect([0, 1].map((at) => itemOf(map('zip', [], []), lists, at))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(itemOf(map('product', []), [['{{ x }}']], 0)).toBe('{{ x }}');
  });
});
