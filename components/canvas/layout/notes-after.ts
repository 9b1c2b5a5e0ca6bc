import type { Rect } from '../geometry/rect.ts';
import { RectIndex } from '../geometry/rect-index.ts';

/** So far apart a note and a box stand at least, px. */
const gap = 8;
const step = 24;
const tries = 400;

/**
 * Where notes go when boxes were laid out anew: each stays with the box it stood nearest to, and gives way up or down, whichever is nearer,
 * until it lies on nothing. By the id of the note; upper left corners in px.
 */
export function notesAfter(
  notes: readonly { id: string; rect: Rect }[],
  before: ReadonlyMap<string, Rect>,
  after: ReadonlyMap<string, Rect>,
): Record<string, [number, number]> {
  const taken = [...after];
  const result: Record<string, [number, number]> = {};
  for (const { id, rect } of notes) {
    let anchor: string | null = null;
    let least = Infinity;
    for (const [box, r] of before) {
      const distance = apart(r, rect);
      if (distance < least) [least, anchor] = [distance, box];
    }
    const [from, to] = [before.get(anchor ?? ''), after.get(anchor ?? '')];
    const at = { ...rect, x: rect.x + (to?.x ?? 0) - (from?.x ?? 0), y: rect.y + (to?.y ?? 0) - (from?.y ?? 0) };
    const index = new RectIndex(taken);
    const free = (y: number): boolean =>
      !index.touches({ x: at.x - gap, y: y - gap, width: at.width + 2 * gap, height: at.height + 2 * gap });
    for (let k = 0; k < tries; k++) {
      const y = [at.y - k * step, at.y + k * step].find(free);
      if (y === undefined) continue;
      at.y = y;
      break;
    }
    taken.push([`note:${id}`, at]);
    result[id] = [at.x, at.y];
  }
  return result;
}

/** Gap between two rectangles, px; of two that touch, how far their middles are apart counts a little. */
function apart(a: Rect, b: Rect): number {
  const dx = Math.max(a.x - b.x - b.width, 0, b.x - a.x - a.width);
  const dy = Math.max(a.y - b.y - b.height, 0, b.y - a.y - a.height);
  const middles = Math.abs(a.x + a.width / 2 - b.x - b.width / 2) + Math.abs(a.y + a.height / 2 - b.y - b.height / 2);
  return dx + dy + middles / 1000;
}
