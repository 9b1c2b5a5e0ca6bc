import type { Rect } from './rect.ts';

const cell = 256;
/** Cells of one axis that a number can name; a drawing is smaller than four million px. */
const span = 16_384;

/** Boxes by place: which of them does an area touch? Cells of 256 px, so a question costs what is near, not what is there. */
export class RectIndex {
  readonly #cells = new Map<number, { id: string; rect: Rect }[]>();

  constructor(rects: Iterable<readonly [string, Rect]>) {
    for (const [id, rect] of rects) {
      const entry = { id, rect };
      for (let cx = at(rect.x); cx <= at(rect.x + rect.width); cx++)
        for (let cy = at(rect.y); cy <= at(rect.y + rect.height); cy++) {
          const list = this.#cells.get(cx * span + cy);
          if (list === undefined) this.#cells.set(cx * span + cy, [entry]);
          else list.push(entry);
        }
    }
  }

  /** Whether any box overlaps the area; touching borders do not count. */
  touches(area: Rect): boolean {
    for (let cx = at(area.x); cx <= at(area.x + area.width); cx++)
      for (let cy = at(area.y); cy <= at(area.y + area.height); cy++)
        for (const { rect } of this.#cells.get(cx * span + cy) ?? nothing) if (overlap(rect, area)) return true;
    return false;
  }

  /** The rectangle of every box that overlaps the area. */
  rects(area: Rect): Rect[] {
    const found = new Set<Rect>();
    for (let cx = at(area.x); cx <= at(area.x + area.width); cx++)
      for (let cy = at(area.y); cy <= at(area.y + area.height); cy++)
        for (const { rect } of this.#cells.get(cx * span + cy) ?? nothing) if (overlap(rect, area)) found.add(rect);
    return [...found];
  }
}

const nothing: readonly { id: string; rect: Rect }[] = [];
const at = (px: number): number => Math.floor(px / cell) + span / 2;
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
