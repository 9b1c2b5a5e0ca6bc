import { expect, test } from 'vitest';
import { fitView, startView } from './fit-view.ts';

const chain = Array.from({ length: 40 }, (_, i) => ({ x: i * 232, y: i === 0 ? 400 : 0, width: 184, height: 52 }));
const area = { x: 0, y: 0, width: 39 * 232 + 184, height: 452 };

test('a small drawing opens whole', () => {
  const small = { x: 0, y: 0, width: 900, height: 300 };
  expect(startView(small, [small], 'LR', 1000, 600)).toEqual(fitView(small, 1000, 600));
});

test('a wide drawing opens at its beginning, with names; fitting it shows all', () => {
  const { x, zoom } = startView(area, chain, 'LR', 1000, 600);
  expect(zoom).toBe(0.36);
  expect(x).toBe(32);
  expect(fitView(area, 1000, 600).zoom).toBeLessThan(0.2);
});

test('a large drawing opens where its first box stands, not at an empty corner', () => {
  const grid = { x: 0, y: 0, width: 20_000, height: 20_000 };
  const { x, y, zoom } = startView(
    grid,
    [
      { x: 0, y: 9000, width: 184, height: 52 },
      { x: 240, y: 0, width: 184, height: 52 },
    ],
    'LR',
    1000,
    600,
  );
  expect(9026 * zoom + y).toBeCloseTo(300);
  expect(x).toBe(32);
});
