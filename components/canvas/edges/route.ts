import type { Direction } from '../geometry/direction.ts';
import type { Rect } from '../geometry/rect.ts';

/** A corner of a thread, px. */
export interface Point {
  x: number;
  y: number;
}
/** What is in the way of an area. */
export interface Obstacles {
  rects(area: Rect): Rect[];
  touches(area: Rect): boolean;
}

/** A thread leaves and enters straight for at least this, px. */
const straight = 14;
/** It jogs so far after its source. */
const jogAt = 24;
/** Free room it keeps from a box. */
const margin = 10;
/** Columns that are tried on the way round. */
const mostColumns = 40;

/**
 * Corners of an orthogonal thread from an output to an input port, both included. It turns as early as it can (`stagger` px later for the
 * siblings of one source), or as late with `late`, passes no box, and goes round when its target lies behind. Pure; only boxes near its way are looked at.
 */
export function routeEdge(
  from: Point,
  to: Point,
  direction: Direction,
  obstacles: Obstacles,
  stagger = 0,
  late = false,
): Point[] {
  if (direction === 'TB') return routeDown(from, to, obstacles, stagger, late);
  const turned: Obstacles = {
    rects: (a) => obstacles.rects(turnRect(a)).map(turnRect),
    touches: (a) => obstacles.touches(turnRect(a)),
  };
  return routeDown(turn(from), turn(to), turned, stagger, late).map(turn);
}
const turn = (p: Point): Point => ({ x: p.y, y: p.x });
const turnRect = (r: Rect): Rect => ({ x: r.y, y: r.x, width: r.height, height: r.width });

function routeDown(from: Point, to: Point, obstacles: Obstacles, stagger: number, late: boolean): Point[] {
  const free = (a: Point, b: Point): boolean =>
    !obstacles.touches({
      x: Math.min(a.x, b.x) - 1,
      y: Math.min(a.y, b.y) + (a.x === b.x ? 1 : -1),
      width: Math.abs(a.x - b.x) + 2,
      height: Math.max(0, Math.abs(a.y - b.y) + (a.x === b.x ? -2 : 2)),
    });
  const path = (...ys: [number, number][]): Point[] => ys.map(([x, y]) => ({ x, y }));
  const clear = (points: Point[]): boolean => points.every((p, i) => i === 0 || free(points[i - 1] as Point, p));
  const forward = to.y - from.y >= 2 * straight;
  if (forward && Math.abs(from.x - to.x) < 1 && free(from, to)) return [from, to];
  const first = from.y + Math.min(jogAt + stagger, Math.max(straight, (to.y - from.y) / 2));
  const last = to.y - jogAt;
  if (forward) {
    if (Math.abs(from.x - to.x) >= 1) {
      const end = Math.max(from.y + straight, last - stagger);
      const jogs = new Set(late ? [end, first] : [first, end]);
      // Between: just under each box that stands in the way of one of the two straight runs.
      for (const x of [from.x, to.x])
        for (const r of obstacles.rects({ x: x - 1, y: from.y + 1, width: 2, height: to.y - from.y - 2 })) {
          jogs.add(r.y + r.height + jogAt);
          jogs.add(r.y - jogAt);
        }
      for (const y of jogs) {
        if (y < from.y + straight || y > to.y - straight) continue;
        const points = path([from.x, from.y], [from.x, y], [to.x, y], [to.x, to.y]);
        if (clear(points)) return points;
      }
    }
  }
  // Round what is in the way: along a free column, nearest first.
  const down = forward ? first : from.y + jogAt + stagger;
  const top = Math.min(down, last) - 1;
  const bottom = Math.max(down, last) + 1;
  const reach = 640;
  const near = obstacles.rects({
    x: Math.min(from.x, to.x) - reach,
    y: top,
    width: Math.abs(from.x - to.x) + 2 * reach,
    height: bottom - top,
  });
  const columns = new Set<number>([from.x, to.x]);
  for (const r of near) {
    columns.add(r.x - margin - stagger);
    columns.add(r.x + r.width + margin + stagger);
  }
  const detour = (x: number): number => Math.abs(x - from.x) + Math.abs(x - to.x);
  for (const x of [...columns].sort((a, b) => detour(a) - detour(b)).slice(0, mostColumns)) {
    if (!forward && (x === from.x || x === to.x)) continue;
    const points = path([from.x, from.y], [from.x, down], [x, down], [x, last], [to.x, last], [to.x, to.y]);
    if (clear(points.slice(1, 5))) return tidy(points);
  }
  const x = forward ? (from.x + to.x) / 2 : Math.max(from.x, to.x) + 120;
  return tidy(path([from.x, from.y], [from.x, down], [x, down], [x, last], [to.x, last], [to.x, to.y]));
}

/** Without corners that are none. */
function tidy(points: Point[]): Point[] {
  return points.filter((p, i) => {
    const a = points[i - 1];
    const b = points[i + 1];
    if (a === undefined || b === undefined) return true;
    return !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
  });
}
