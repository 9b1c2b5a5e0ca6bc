import { boxHeight, boxWidth } from '#components/canvas/geometry/box-size.ts';
import type { Drawing } from '#components/canvas/project/drawing.ts';

const rank = 48;

/**
 * Room for a box between two that are connected: where it goes, and where those after it go when it would touch them. Only what comes after
 * and lies further on is pushed, by what is missing.
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
  const out = new Map<string, string[]>();
  for (const e of drawing.edges) out.set(e.from, [...(out.get(e.from) ?? []), e.to]);
  const seen = new Set([edge.to]);
  const queue = [edge.to];
  for (let head = 0; head < queue.length; head++) {
    const id = queue[head] as string;
    const rect = drawing.boxes.get(id)?.rect;
    if (rect === undefined || (down ? rect.y : rect.x) < begin) continue;
    moved[id] = down ? [rect.x, grid(rect.y + missing)] : [grid(rect.x + missing), rect.y];
    for (const next of out.get(id) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
  }
  return { at, moved };
}
