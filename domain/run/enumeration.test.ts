import { expect, test } from 'vitest';
import { enumerateSmall } from './testing/enumerate-small.ts';

test.each([
  [1, 8],
  [2, 416],
  [3, 61_568],
])('every workflow of %i tasks with every rule, outcome and order ends as the oracle says', (size, runs) => {
  const found = enumerateSmall(size);
  expect(found.differ).toEqual([]);
  expect(found.runs).toBe(runs);
});
