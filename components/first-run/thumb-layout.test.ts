import { expect, it } from 'vitest';
import { thumbLayout } from './thumb-layout.ts';

const at = (tasks: string[], edges: [string, string][]) => {
  const made = thumbLayout(
    tasks.map((id) => ({ id })),
    edges.map(([from, to]) => ({ from, to })),
    336,
    120,
  );
  return { ...made, box: (id: string) => made.boxes.find((b) => b.id === id)! };
};

it('puts what follows to the right and siblings below each other', () => {
  const made = at(
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ],
  );
  expect(made.box('a').x).toBeLessThan(made.box('b').x);
  expect(made.box('b').x).toBe(made.box('c').x);
  expect(made.box('b').y).toBeLessThan(made.box('c').y);
  expect(made.box('a').y).toBe(made.box('d').y);
  expect(made.threads).toHaveLength(4);
});
it('scales a long chain to fit', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `t${i}`);
  const made = at(
    ids,
    ids.slice(1).map((id, i) => [`t${i}`, id]),
  );
  expect((made.box('t19').x + 37) * made.scale).toBeLessThanOrEqual(336);
});
it('ends for a drawing with a cycle', () =>
  expect(
    at(
      ['a', 'b'],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ).boxes,
  ).toHaveLength(2));
