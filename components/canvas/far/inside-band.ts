import type { Rect } from '../geometry/rect.ts';
import type { FarScene } from './far-scene.ts';

/** What a band (px of the drawing) touches: boxes and notes, by the ids of a selection. */
export function insideBand({ drawing, notes }: FarScene, band: Rect): string[] {
  const touches = (r: Rect): boolean =>
    r.x < band.x + band.width && r.x + r.width > band.x && r.y < band.y + band.height && r.y + r.height > band.y;
  return [
    ...[...drawing.boxes.values()].filter((box) => touches(box.rect)).map((box) => box.id),
    ...notes.filter((note) => touches(note.rect)).map((note) => `note:${note.id}`),
  ];
}
