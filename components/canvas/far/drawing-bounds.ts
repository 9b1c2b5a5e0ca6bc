import { boundsOf, type Rect } from '../geometry/rect.ts';
import type { FarScene } from './far-scene.ts';

/** The area that boxes, frames and notes cover, px of the drawing; null when there is nothing. */
export function drawingBounds({ drawing, frames, notes }: Pick<FarScene, 'drawing' | 'frames' | 'notes'>): Rect | null {
  return boundsOf([
    ...[...drawing.boxes.values()].map((box) => box.rect),
    ...frames.map((frame) => frame.rect),
    ...notes.map((note) => note.rect),
  ]);
}
