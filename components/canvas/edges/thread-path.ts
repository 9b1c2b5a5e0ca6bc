import type { Point } from './route.ts';

/** Radius of a corner, px. */
const radius = 8;
/** Half of the gap that the lower thread leaves: 2.75 px on each side of a thread of 1.5 px. */
const halfGap = 3.5;

/** Where a thread lets another one pass over it: on its `segment`-th piece, at this point. */
export interface Gap {
  segment: number;
  at: Point;
}

/** SVG path of a thread with round corners, broken where another one crosses over it. `short` ends it so many px before its last point. */
export function threadPath(points: readonly Point[], gaps: readonly Gap[] = [], short = 0): string {
  const n = points.length;
  if (n < 2) return '';
  const first = points[0] as Point;
  let d = `M${r(first.x)} ${r(first.y)}`;
  for (let i = 1; i < n; i++) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length === 0) continue;
    const ux = (b.x - a.x) / length;
    const uy = (b.y - a.y) / length;
    const along = (p: Point): number => (p.x - a.x) * ux + (p.y - a.y) * uy;
    const mine = gaps
      .filter((gap) => gap.segment === i - 1)
      .map((gap) => along(gap.at))
      .sort((p, q) => p - q);
    for (const at of mine) {
      if (at < radius + halfGap || at > length - radius - halfGap) continue;
      d += `L${r(a.x + ux * (at - halfGap))} ${r(a.y + uy * (at - halfGap))}M${r(a.x + ux * (at + halfGap))} ${r(a.y + uy * (at + halfGap))}`;
    }
    const next = points[i + 1];
    if (next === undefined) {
      d += `L${r(b.x - ux * short)} ${r(b.y - uy * short)}`;
      continue;
    }
    const after = Math.hypot(next.x - b.x, next.y - b.y);
    const bend = Math.min(radius, length / 2, after / 2);
    const vx = after === 0 ? 0 : (next.x - b.x) / after;
    const vy = after === 0 ? 0 : (next.y - b.y) / after;
    d += `L${r(b.x - ux * bend)} ${r(b.y - uy * bend)}Q${r(b.x)} ${r(b.y)} ${r(b.x + vx * bend)} ${r(b.y + vy * bend)}`;
  }
  return d;
}

/** SVG path of the arrow, 8 × 6, whose point lies `back` px before the end of the thread. */
export function tipPath(points: readonly Point[], back: number): string {
  const b = points[points.length - 1];
  const a = points[points.length - 2];
  if (a === undefined || b === undefined) return '';
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const tx = b.x - ux * back;
  const ty = b.y - uy * back;
  const cx = tx - ux * 6;
  const cy = ty - uy * 6;
  return `M${r(tx)} ${r(ty)}L${r(cx - uy * 4)} ${r(cy + ux * 4)}L${r(cx + uy * 4)} ${r(cy - ux * 4)}Z`;
}

/** Width of a letter of a count or label (mono, 10.5 px), and what has to be seen of the thread beside it, px. */
const letter = 6.3;
const seenBeside = 36;

/**
 * Where a count or label rides: on the longest piece, near its middle, away from where other threads pass. One that would hide a short
 * piece stands above it, or beside an upright one.
 */
export function ridePoint(points: readonly Point[], gaps: readonly Gap[], text = ''): Point {
  let best = 0;
  let longest = -1;
  points.forEach((p, i) => {
    const a = points[i - 1];
    const length = a === undefined ? -1 : Math.hypot(p.x - a.x, p.y - a.y);
    if (length > longest) {
      longest = length;
      best = i;
    }
  });
  const a = points[best - 1] ?? { x: 0, y: 0 };
  const b = points[best] ?? a;
  let at = a;
  let most = -Infinity;
  for (const share of [0.5, 0.35, 0.65, 0.25, 0.75]) {
    const p = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    let room = 56;
    for (const gap of gaps) if (gap.segment === best - 1) room = Math.min(room, Math.hypot(gap.at.x - p.x, gap.at.y - p.y));
    if (room > most) {
      most = room;
      at = p;
    }
  }
  const flat = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y);
  const wide = text.length * letter;
  if (flat) return text !== '' && longest < wide + seenBeside ? { x: at.x, y: at.y - 12 } : at;
  return longest < 14 + seenBeside && text !== '' ? { x: at.x + wide / 2 + 8, y: at.y } : at;
}

const r = (value: number): number => Math.round(value * 100) / 100;
