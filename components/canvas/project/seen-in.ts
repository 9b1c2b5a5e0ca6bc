import type { Rect } from '../geometry/rect.ts';
import type { Drawing } from './drawing.ts';
import type { Laid } from './lay-threads.ts';

/** Boxes and threads that an area touches, and the boxes at the ends of those threads: what React Flow needs to draw that area. */
export function seenIn(
  drawing: Drawing,
  laid: ReadonlyMap<string, Laid>,
  area: Rect,
): { boxes: Set<string>; edges: Set<string> } {
  const boxes = new Set<string>();
  const edges = new Set<string>();
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  for (const { id, rect } of drawing.boxes.values())
    if (rect.x < right && rect.x + rect.width > area.x && rect.y < bottom && rect.y + rect.height > area.y) boxes.add(id);
  const ends: string[] = [];
  for (const [key, thread] of laid) {
    let left = Infinity;
    let top = Infinity;
    let most = -Infinity;
    let low = -Infinity;
    for (const p of thread.points) {
      if (p.x < left) left = p.x;
      if (p.x > most) most = p.x;
      if (p.y < top) top = p.y;
      if (p.y > low) low = p.y;
    }
    if (left > right || most < area.x || top > bottom || low < area.y) continue;
    edges.add(key);
    ends.push(thread.from, thread.to);
  }
  for (const id of ends) boxes.add(id);
  return { boxes, edges };
}

/** How many boxes an area touches, counted no further than `most`. */
export function countIn(drawing: Drawing, area: Rect, most: number): number {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  let count = 0;
  for (const { rect } of drawing.boxes.values())
    if (rect.x < right && rect.x + rect.width > area.x && rect.y < bottom && rect.y + rect.height > area.y && ++count >= most)
      return count;
  return count;
}
