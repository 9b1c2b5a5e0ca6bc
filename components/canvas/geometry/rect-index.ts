import type { Rect } from './rect.ts';

const cell = 256;

/** Boxes by place: which of them does an area touch? Cells of 256 px, so a question costs what is near, not what is there. */
export class RectIndex {
  readonly #cells = new Map<string, { id: string; rect: Rect }[]>();

  constructor(rects: Iterable<readonly [string, Rect]>) {
    for (const [id, rect] of rects) {
      const entry = { id, rect };
      this.#each(rect, (key) => {
        const list = this.#cells.get(key);
        if (list === undefined) this.#cells.set(key, [entry]);
        else list.push(entry);
      });
    }
  }

  /** Ids of the boxes that overlap the area; touching borders do not count. */
  hits(area: Rect): string[] {
    const found = new Set<string>();
    this.#each(area, (key) => {
      for (const { id, rect } of this.#cells.get(key) ?? [])
        if (
          rect.x < area.x + area.width &&
          rect.x + rect.width > area.x &&
          rect.y < area.y + area.height &&
          rect.y + rect.height > area.y
        )
          found.add(id);
    });
    return [...found];
  }

  /** The rectangle of every box that overlaps the area. */
  rects(area: Rect): Rect[] {
    const found = new Set<Rect>();
    this.#each(area, (key) => {
      for (const { rect } of this.#cells.get(key) ?? [])
        if (
          rect.x < area.x + area.width &&
          rect.x + rect.width > area.x &&
          rect.y < area.y + area.height &&
          rect.y + rect.height > area.y
        )
          found.add(rect);
    });
    return [...found];
  }

  #each(area: Rect, visit: (key: string) => void): void {
    for (let cx = Math.floor(area.x / cell); cx <= Math.floor((area.x + area.width) / cell); cx++)
      for (let cy = Math.floor(area.y / cell); cy <= Math.floor((area.y + area.height) / cell); cy++) visit(`${cx},${cy}`);
  }
}
