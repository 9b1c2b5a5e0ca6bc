import { edgeKey } from '../geometry/edge-key.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import { RectIndex } from '../geometry/rect-index.ts';
import { crossingsOf } from '../edges/crossings.ts';
import { routeEdge, type Point } from '../edges/route.ts';
import type { Gap } from '../edges/thread-path.ts';
import type { Drawing } from './drawing.ts';

/** Distance of neighbouring threads in one channel, px. */
const lane = 7;
const lanes = 5;
const underNames = 8;

/** One thread as it lies. */
export interface Laid {
  from: string;
  to: string;
  points: Point[];
  gaps: Gap[];
}

/** The way of every edge, by `edgeKey`: round the boxes, no two strangers on one line, with gaps where one passes over another. */
export function layThreads(drawing: Drawing): Map<string, Laid> {
  const { boxes, direction } = drawing;
  const index = new RectIndex([...boxes.values()].map((box) => [box.id, box.rect] as const));
  const taken = new Map<number, { low: number; high: number; from: string; to: string }[]>();
  const laid = new Map<string, Laid>();
  const across = (p: Point): number => (direction === 'TB' ? p.x : p.y);
  const ends = drawing.edges.flatMap((edge) => {
    const a = boxes.get(edge.from);
    const b = boxes.get(edge.to);
    if (a === undefined || b === undefined) return [];
    const out = outputPoint(a.rect, direction, Math.max(0, a.ports.indexOf(edge.port)), a.ports.length);
    const into = inputPoint(b.rect, direction);
    const from = { x: a.rect.x + out.x, y: a.rect.y + out.y };
    const to = { x: b.rect.x + into.x, y: b.rect.y + into.y };
    return [{ edge, from, to, reach: Math.abs(across(from) - across(to)) }];
  });
  // The farthest first: it takes the outermost lane, and the nearer ones turn off below it without a crossing.
  ends.sort((p, q) => q.reach - p.reach);
  for (const { edge, from, to } of ends) {
    let points: Point[] = [];
    // The names of a branch's ports stand under it: its threads turn below them.
    const first = direction === 'TB' && (boxes.get(edge.from)?.ports.length ?? 1) > 1 ? underNames : 0;
    for (let k = 0; k < lanes; k++) {
      points = routeEdge(from, to, direction, index, first + k * lane);
      // What goes a long way round is not tried in every lane.
      if (points.length > 4 || !clash(points, edge.from, edge.to, taken, direction)) break;
      points = routeEdge(from, to, direction, index, k * lane, true);
      if (!clash(points, edge.from, edge.to, taken, direction)) break;
    }
    for (const piece of levels(points, direction)) {
      const list = taken.get(piece.at) ?? [];
      list.push({ low: piece.low, high: piece.high, from: edge.from, to: edge.to });
      taken.set(piece.at, list);
    }
    laid.set(edgeKey(edge), { from: edge.from, to: edge.to, points, gaps: [] });
  }
  for (const [key, gaps] of crossingsOf(laid)) {
    const thread = laid.get(key);
    if (thread !== undefined) thread.gaps = gaps;
  }
  return laid;
}

/** Pieces that run across the direction of the drawing, in a channel between ranks. */
function levels(points: readonly Point[], direction: 'LR' | 'TB'): { at: number; low: number; high: number }[] {
  return points.flatMap((b, i) => {
    const a = points[i - 1];
    if (a === undefined) return [];
    const [at, p, q, same] = direction === 'TB' ? [b.y, a.x, b.x, a.y === b.y] : [b.x, a.y, b.y, a.x === b.x];
    return same && p !== q ? [{ at: Math.round(at), low: Math.min(p, q), high: Math.max(p, q) }] : [];
  });
}

function clash(
  points: readonly Point[],
  from: string,
  to: string,
  taken: ReadonlyMap<number, { low: number; high: number; from: string; to: string }[]>,
  direction: 'LR' | 'TB',
): boolean {
  return levels(points, direction).some(({ at, low, high }) => {
    for (let near = at - 3; near <= at + 3; near++)
      for (const other of taken.get(near) ?? [])
        if (other.low < high + 8 && other.high > low - 8 && other.from !== from && other.to !== to) return true;
    return false;
  });
}
