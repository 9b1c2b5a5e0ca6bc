import { describe, expect, it } from 'vitest';
import { RectIndex } from '../geometry/rect-index.ts';
import type { Rect } from '../geometry/rect.ts';
import { crossingsOf } from './crossings.ts';
import { routeEdge, type Point } from './route.ts';
import { threadPath } from './thread-path.ts';

const box = (x: number, y: number): Rect => ({ x, y, width: 184, height: 52 });
const index = (...rects: Rect[]): RectIndex => new RectIndex(rects.map((rect, i) => [`b${i}`, rect] as const));
const crossesBox = (points: Point[], rects: Rect[]): boolean =>
  points.some((p, i) => {
    const a = points[i - 1];
    if (a === undefined) return false;
    return rects.some(
      (r) =>
        Math.max(a.x, p.x) > r.x &&
        Math.min(a.x, p.x) < r.x + r.width &&
        Math.max(a.y, p.y) > r.y &&
        Math.min(a.y, p.y) < r.y + r.height,
    );
  });
const orthogonal = (points: Point[]): boolean =>
  points.every((p, i) => i === 0 || p.x === points[i - 1]?.x || p.y === points[i - 1]?.y);

describe('routeEdge', () => {
  it('is straight where it can be', () => {
    const rects = [box(0, 0), box(0, 100)];
    expect(routeEdge({ x: 92, y: 52 }, { x: 92, y: 100 }, 'TB', index(...rects))).toHaveLength(2);
  });

  it('jogs 24 px after its source', () => {
    const points = routeEdge({ x: 92, y: 52 }, { x: 308, y: 200 }, 'TB', index(box(0, 0), box(216, 200)));
    expect(points).toEqual([
      { x: 92, y: 52 },
      { x: 92, y: 76 },
      { x: 308, y: 76 },
      { x: 308, y: 200 },
    ]);
  });

  it('runs under no box: the jog moves, or the thread goes round', () => {
    const below = [box(0, 0), box(216, 100), box(216, 200)];
    const a = routeEdge({ x: 92, y: 52 }, { x: 308, y: 200 }, 'TB', index(...below));
    expect(crossesBox(a, below)).toBe(false);
    const between = [box(0, 0), box(0, 100), box(0, 200)];
    const b = routeEdge({ x: 92, y: 52 }, { x: 92, y: 200 }, 'TB', index(...between));
    expect(crossesBox(b, between)).toBe(false);
    expect(orthogonal(b)).toBe(true);
  });

  it('goes back to a target above it, entering from above', () => {
    const rects = [box(0, 200), box(216, 0)];
    const points = routeEdge({ x: 92, y: 252 }, { x: 308, y: 0 }, 'TB', index(...rects));
    expect(crossesBox(points, rects)).toBe(false);
    expect(points.at(-2)?.y).toBeLessThan(0);
    expect(orthogonal(points)).toBe(true);
  });

  it('does the same from left to right', () => {
    const rects = [box(0, 0), box(232, 84), box(232, 0), box(464, 84)];
    const points = routeEdge({ x: 184, y: 26 }, { x: 464, y: 110 }, 'LR', index(...rects));
    expect(crossesBox(points, rects)).toBe(false);
    expect(points[1]?.y).toBe(26);
  });
});

describe('crossingsOf', () => {
  it('breaks the level thread, not the upright one, and no threads that part', () => {
    const routes = new Map([
      [
        'a',
        {
          from: 'a',
          to: 'x',
          points: [
            { x: 50, y: 0 },
            { x: 50, y: 100 },
          ],
        },
      ],
      [
        'b',
        {
          from: 'b',
          to: 'y',
          points: [
            { x: 0, y: 50 },
            { x: 100, y: 50 },
          ],
        },
      ],
      [
        'c',
        {
          from: 'b',
          to: 'z',
          points: [
            { x: 20, y: 0 },
            { x: 20, y: 100 },
          ],
        },
      ],
    ]);
    const gaps = crossingsOf(routes);
    expect([...gaps.keys()]).toEqual(['b']);
    expect(gaps.get('b')).toEqual([{ segment: 0, at: { x: 50, y: 50 } }]);
    expect(threadPath(routes.get('b')?.points ?? [], gaps.get('b'))).toBe('M0 50L46.5 50M53.5 50L100 50');
  });
});
