import { expect, test } from 'vitest';
import { alignBoxes, distributeBoxes, type Alignment } from './align-boxes.ts';

const box = (x: number, y: number, height = 52) => ({ x, y, width: 184, height });
const boxes = new Map([
  ['a', box(0, 0)],
  ['b', box(100, 200, 100)],
  ['c', box(40, 400)],
]);

test.each<[Alignment, Record<string, [number, number]>]>([
  ['left', { b: [0, 200], c: [0, 400] }],
  ['right', { a: [100, 0], c: [100, 400] }],
  ['center', { a: [50, 0], b: [50, 200], c: [50, 400] }],
  ['top', { b: [100, 0], c: [40, 0] }],
  ['bottom', { a: [0, 400], b: [100, 352] }],
  ['middle', { a: [0, 200], b: [100, 176], c: [40, 200] }],
])('align %s', (how, moved) => {
  expect(alignBoxes(boxes, how)).toEqual(moved);
});

test('one box alone, or boxes in line, stay', () => {
  expect(alignBoxes(new Map([['a', box(0, 0)]]), 'left')).toEqual({});
  expect(
    alignBoxes(
      new Map([
        ['a', box(8, 0)],
        ['b', box(8, 90)],
      ]),
      'left',
    ),
  ).toEqual({});
});

test('distribute makes equal gaps between boxes of different sizes, the outermost stay', () => {
  // 452 px in all, 204 filled: two gaps of 124.
  expect(distributeBoxes(boxes, 'down')).toEqual({ b: [100, 176] });
  expect(distributeBoxes(new Map([...boxes].slice(0, 2)), 'down')).toEqual({});
});

test('boxes that overlap are pushed apart, never over each other', () => {
  const moved = distributeBoxes(boxes, 'across', 16);
  expect(moved).toEqual({ c: [200, 400], b: [400, 200] });
});
