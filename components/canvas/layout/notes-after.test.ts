import { expect, test } from 'vitest';
import { notesAfter } from './notes-after.ts';

const box = (x: number, y: number) => ({ x, y, width: 184, height: 52 });
const before = new Map([
  ['a', box(0, 0)],
  ['b', box(400, 0)],
]);

test('a note goes where the box goes that it stood nearest to', () => {
  const after = new Map([
    ['a', box(0, 0)],
    ['b', box(232, 200)],
  ]);
  expect(notesAfter([{ id: 'n', rect: { x: 420, y: 80, width: 104, height: 44 } }], before, after)).toEqual({ n: [252, 280] });
});

test('it gives way when a box or another note lies there, by the shorter way', () => {
  const after = new Map([
    ['a', box(0, 0)],
    ['b', box(0, 84)],
  ]);
  const at = notesAfter(
    [
      { id: 'n', rect: { x: 400, y: 60, width: 184, height: 44 } },
      { id: 'm', rect: { x: 400, y: 62, width: 184, height: 44 } },
    ],
    before,
    after,
  );
  expect(at['n']?.[1]).toBeGreaterThanOrEqual(84 + 52 + 8);
  expect(at['m']?.[1]).toBeGreaterThanOrEqual((at['n']?.[1] ?? NaN) + 44 + 8);
});

test('with no box near, a note stays', () => {
  expect(notesAfter([{ id: 'n', rect: box(8, 8) }], new Map(), new Map())).toEqual({ n: [8, 8] });
});
