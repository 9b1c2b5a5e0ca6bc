import { boxHeight, boxWidth } from '#components/canvas/geometry/box-size.ts';
import type { Rect } from '#components/canvas/geometry/rect.ts';
import type { Drawing } from '#components/canvas/project/drawing.ts';

const rank = 48;

/**
 * Room for a box between two that are connected: where it goes, and where others go that would stand in its way. The second of the two
 * is pushed by what is missing; further on, only what would then stand closer than a rank to what leads to it, or on what was pushed.
 */
export function makeRoom(
  drawing: Drawing,
  edge: { from: string; to: string },
): { at: [number, number]; moved: Record<string, [number, number]> } | null {
  const a = drawing.boxes.get(edge.from)?.rect;
  const b = drawing.boxes.get(edge.to)?.rect;
  if (a === undefined || b === undefined) return null;
  const down = drawing.direction === 'TB';
  const end = down ? a.y + a.height : a.x + a.width;
  const begin = down ? b.y : b.x;
  const extent = down ? boxHeight : boxWidth;
  const missing = Math.max(0, extent + 2 * rank - (begin - end));
  const grid = (value: number): number => Math.round(value / 4) * 4;
  const along = missing > 0 ? end + rank : end + (begin - end - extent) / 2;
  const at: [number, number] = down
    ? [grid((a.x + b.x + (b.width - a.width) / 2) / 2 + (a.width - boxWidth) / 2), grid(along)]
    : [grid(along), grid((a.y + a.height / 2 + b.y + b.height / 2) / 2 - boxHeight / 2)];
  const moved: Record<string, [number, number]> = {};
  if (missing === 0) return { at, moved };
  const from = (r: Rect): number => (down ? r.y : r.x);
  const size = (r: Rect): number => (down ? r.height : r.width);
  const beside = (p: Rect, q: Rect): boolean =>
    down ? p.x < q.x + q.width + 8 && q.x < p.x + p.width + 8 : p.y < q.y + q.height + 8 && q.y < p.y + p.height + 8;
  const after = new Map<string, Set<string>>();
  for (const e of drawing.edges) after.set(e.from, (after.get(e.from) ?? new Set()).add(e.to));
  // From the first on: a box pushes only what lies further on, so each is looked at once.
  const order = [...drawing.boxes.values()].filter((box) => from(box.rect) >= begin);
  order.sort((p, q) => from(p.rect) - from(q.rect) || (p.id === edge.to ? -1 : q.id === edge.to ? 1 : 0));
  const shift = new Map<string, number>([[edge.to, missing]]);
  order.forEach((box, i) => {
    const by = shift.get(box.id);
    if (by === undefined) return;
    const [was, is] = [from(box.rect), grid(from(box.rect) + by)];
    moved[box.id] = down ? [box.rect.x, is] : [is, box.rect.y];
    const far = is + size(box.rect);
    for (const other of order.slice(i + 1)) {
      const linked = after.get(box.id)?.has(other.id) === true;
      const stood = from(other.rect) + (shift.get(other.id) ?? 0);
      // What it lay on before, it may lie on after.
      const hit = beside(box.rect, other.rect) && from(other.rect) >= was + size(box.rect) && stood < far + rank;
      if (hit || (linked && stood < far + rank && from(other.rect) > was))
        shift.set(other.id, Math.max(shift.get(other.id) ?? 0, Math.min(by, far + rank - from(other.rect))));
    }
  });
  return { at, moved };
}
