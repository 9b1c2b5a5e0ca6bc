import { expect, it } from 'vitest';
import { ridePoint } from './thread-path.ts';

const flat = (length: number) => [
  { x: 0, y: 50 },
  { x: length, y: 50 },
];
it('rides on a thread that is seen on both sides of the words', () =>
  expect(ridePoint(flat(200), [], '2 rows')).toEqual({ x: 100, y: 50 }));
it('stands above a thread it would hide', () => expect(ridePoint(flat(60), [], '2 rows')).toEqual({ x: 30, y: 38 }));
it('stands beside a short upright thread', () => {
  const { x, y } = ridePoint(
    [
      { x: 10, y: 0 },
      { x: 10, y: 40 },
    ],
    [],
    'ok',
  );
  expect(y).toBe(20);
  expect(x).toBeGreaterThan(16);
});
it('without words, it is the middle', () => expect(ridePoint(flat(20), [])).toEqual({ x: 10, y: 50 }));
