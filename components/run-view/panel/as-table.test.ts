import { expect, it } from 'vitest';
import { asTable } from './as-table.ts';

it('makes columns of all keys of a list of objects', () => {
  expect(asTable([{ a: 1 }, { b: 'x' }])).toMatchObject({
    columns: ['a', 'b'],
    rows: [
      [1, null],
      [null, 'x'],
    ],
  });
});
it('takes columns and rows', () =>
  expect(asTable({ columns: ['n'], rows: [[1], [2]] })).toMatchObject({ columns: ['n'], rows: [[1], [2]] }));
it('takes rows as objects beside other fields', () =>
  expect(asTable({ rows: [{ n: 1 }], count: 1 })).toMatchObject({ columns: ['n'], rest: { count: 1 } }));
it('keeps what stands beside the rows', () => {
  expect(asTable({ total: 12, columns: ['n'], rows: [[1]] })?.rest).toEqual({ total: 12 });
  expect(asTable({ rows: [{ n: 1 }], columns: 'all' })?.rest).toEqual({ columns: 'all' });
  expect(asTable([{ a: 1 }])?.rest).toEqual({});
});
it.each([[1], ['x'], [null], [{ a: 1 }], [[1, 2]], [[]]])('%j is no table', (value) => expect(asTable(value)).toBeNull());
