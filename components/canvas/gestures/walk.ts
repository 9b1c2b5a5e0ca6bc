import type { Drawing } from '../project/drawing.ts';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The box an arrow key goes to from this one: along an edge if one leads that way, else the nearest in that direction. Null: nothing there. */
export function walk(drawing: Drawing, from: string, arrow: Arrow): string | null {
  const start = drawing.boxes.get(from)?.rect;
  if (start === undefined) return drawing.boxes.keys().next().value ?? null;
  const linked = new Set<string>();
  for (const edge of drawing.edges) {
    if (edge.from === from) linked.add(edge.to);
    if (edge.to === from) linked.add(edge.from);
  }
  const sign = arrow === 'ArrowUp' || arrow === 'ArrowLeft' ? -1 : 1;
  const upright = arrow === 'ArrowUp' || arrow === 'ArrowDown';
  let best: string | null = null;
  let least = Infinity;
  for (const box of drawing.boxes.values()) {
    if (box.id === from) continue;
    const dx = box.rect.x + box.rect.width / 2 - (start.x + start.width / 2);
    const dy = box.rect.y + box.rect.height / 2 - (start.y + start.height / 2);
    const along = sign * (upright ? dy : dx);
    const aside = Math.abs(upright ? dx : dy);
    if (along <= 8) continue;
    const cost = (along + 2 * aside) * (linked.has(box.id) ? 0.4 : aside > along * 3 ? 4 : 1);
    if (cost < least) {
      least = cost;
      best = box.id;
    }
  }
  return best;
}
