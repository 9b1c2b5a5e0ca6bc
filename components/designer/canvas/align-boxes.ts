import { boundsOf, type Rect } from '#components/canvas/geometry/rect.ts';

/** How boxes are lined up: by an edge, or by their middles on an upright (`center`) or level (`middle`) line. */
export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** New places (px) of the boxes that an alignment moves, by id. The line lies where the outermost of them stands, or in their midst. */
export function alignBoxes(boxes: ReadonlyMap<string, Rect>, how: Alignment): Record<string, [number, number]> {
  const all = boundsOf(boxes.values());
  const moved: Record<string, [number, number]> = {};
  if (all === null || boxes.size < 2) return moved;
  for (const [id, r] of boxes) {
    const x = { left: all.x, center: all.x + (all.width - r.width) / 2, right: all.x + all.width - r.width };
    const y = { top: all.y, middle: all.y + (all.height - r.height) / 2, bottom: all.y + all.height - r.height };
    const at: [number, number] =
      how === 'left' || how === 'center' || how === 'right' ? [Math.round(x[how]), r.y] : [r.x, Math.round(y[how])];
    if (at[0] !== r.x || at[1] !== r.y) moved[id] = at;
  }
  return moved;
}

/**
 * New places (px) of the boxes between the first and the last along an axis, so that the gaps are equal; where they would overlap, the last
 * one is pushed so that the gap is `least`. Fewer than three boxes: nothing moves.
 */
export function distributeBoxes(
  boxes: ReadonlyMap<string, Rect>,
  axis: 'across' | 'down',
  least = 16,
): Record<string, [number, number]> {
  const moved: Record<string, [number, number]> = {};
  if (boxes.size < 3) return moved;
  const start = (r: Rect): number => (axis === 'across' ? r.x : r.y);
  const length = (r: Rect): number => (axis === 'across' ? r.width : r.height);
  const row = [...boxes].sort(([, a], [, b]) => start(a) + length(a) / 2 - (start(b) + length(b) / 2));
  const first = row[0]?.[1] as Rect;
  const last = row[row.length - 1]?.[1] as Rect;
  const filled = row.reduce((sum, [, r]) => sum + length(r), 0);
  const gap = Math.max(least, (start(last) + length(last) - start(first) - filled) / (row.length - 1));
  let cursor = start(first);
  for (const [id, r] of row) {
    const to = Math.round(cursor);
    if (to !== start(r)) moved[id] = axis === 'across' ? [to, r.y] : [r.x, to];
    cursor += length(r) + gap;
  }
  return moved;
}
