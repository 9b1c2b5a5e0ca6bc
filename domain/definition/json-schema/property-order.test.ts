import { expect, it } from 'vitest';
import { propertyOrder } from './property-order.ts';

it('names the listed properties first, each once, and nothing that is not there', () => {
  const properties = { a: {}, b: {}, c: {} };
  expect(propertyOrder({ properties })).toEqual(['a', 'b', 'c']);
  expect(propertyOrder({ properties, 'x-order': ['c', 'gone', 'a', 'c', 4] })).toEqual(['c', 'a', 'b']);
  expect(propertyOrder({ properties, 'x-order': 'c' })).toEqual(['a', 'b', 'c']);
  expect(propertyOrder({ properties: [] })).toEqual([]);
  expect(propertyOrder({})).toEqual([]);
});
