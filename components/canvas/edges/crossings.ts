import type { Point } from './route.ts';
import type { Gap } from './thread-path.ts';

/** Above this many pieces of thread nobody sees a gap. */
const mostPieces = 12_000;

interface Piece {
  edge: string;
  segment: number;
  a: Point;
  b: Point;
}

/**
 * Where threads let others pass. Warp goes over weft: the upright thread is whole, the level one is broken. Threads that share an end do not
 * cross, they part or meet.
 */
export function crossingsOf(
  routes: ReadonlyMap<string, { from: string; to: string; points: readonly Point[] }>,
): Map<string, Gap[]> {
  const upright: Piece[] = [];
  const level: Piece[] = [];
  for (const [edge, { points }] of routes)
    points.forEach((b, i) => {
      const a = points[i - 1];
      if (a === undefined) return;
      if (Math.abs(a.x - b.x) < 0.5) upright.push({ edge, segment: i - 1, a, b });
      else if (Math.abs(a.y - b.y) < 0.5) level.push({ edge, segment: i - 1, a, b });
    });
  const gaps = new Map<string, Gap[]>();
  if (upright.length + level.length > mostPieces) return gaps;
  upright.sort((p, q) => p.a.x - q.a.x);
  for (const piece of level) {
    const left = Math.min(piece.a.x, piece.b.x) + 4;
    const right = Math.max(piece.a.x, piece.b.x) - 4;
    let lo = 0;
    let hi = upright.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((upright[mid] as Piece).a.x < left) lo = mid + 1;
      else hi = mid;
    }
    for (let i = lo; i < upright.length && (upright[i] as Piece).a.x <= right; i++) {
      const other = upright[i] as Piece;
      const y = piece.a.y;
      if (y <= Math.min(other.a.y, other.b.y) + 4 || y >= Math.max(other.a.y, other.b.y) - 4) continue;
      if (other.edge === piece.edge || shareEnd(routes, other.edge, piece.edge)) continue;
      const list = gaps.get(piece.edge) ?? [];
      list.push({ segment: piece.segment, at: { x: other.a.x, y } });
      gaps.set(piece.edge, list);
    }
  }
  return gaps;
}

function shareEnd(routes: ReadonlyMap<string, { from: string; to: string }>, a: string, b: string): boolean {
  const x = routes.get(a);
  const y = routes.get(b);
  return x !== undefined && y !== undefined && (x.from === y.from || x.to === y.to);
}
