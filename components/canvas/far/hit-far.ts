import type { Rect } from '../geometry/rect.ts';
import { namePx } from './name-px.ts';
import type { FarScene } from './far-scene.ts';

interface Point {
  x: number;
  y: number;
}
/** So far beside a selected box it is still taken hold of, px of the screen: boxes of a few px can be moved together. */
const graspPx = 8;
/** So far beside a thread it is meant, px of the screen; never more than this of the drawing, or no cloth would be left between the boxes. */
const threadPx = 5;
const threadMost = 20;
/** The head of a frame, px of the drawing, as on the near canvas. */
const headHeight = 28;

/**
 * The box, note, edge or head of a frame at a point of the drawing (px), by the id a selection has for it; what is painted last is on top.
 * Null: cloth. `grasp`: what is selected is hit a little beside it too.
 */
export function hitFar(scene: FarScene, p: Point, zoom: number, grasp = false): string | null {
  const { drawing, notes, frames, selected } = scene;
  let hit: string | null = null;
  for (const note of notes) if (over(note.rect, p)) hit = `note:${note.id}`;
  for (const box of drawing.boxes.values()) if (over(box.rect, p)) hit = box.id;
  if (hit !== null) return hit;
  if (grasp)
    for (const id of selected) {
      const rect = drawing.boxes.get(id)?.rect;
      if (rect !== undefined && over(rect, p, graspPx / zoom)) return id;
    }
  const thread = threadAt(scene, p, Math.min(threadPx / zoom, threadMost));
  if (thread !== null) return thread;
  for (const { group, rect } of frames) {
    const name = namePx(zoom) / zoom;
    if (over({ ...rect, y: rect.y - name, height: Math.min(rect.height, headHeight) + name }, p)) hit = `frame:${group}`;
  }
  return hit;
}

function over(r: Rect, p: Point, by = 0): boolean {
  return p.x >= r.x - by && p.x <= r.x + r.width + by && p.y >= r.y - by && p.y <= r.y + r.height + by;
}

/** The thread nearest to a point, at most `reach` px of the drawing away. Its pieces run along the axes. */
function threadAt({ laid }: FarScene, p: Point, reach: number): string | null {
  let best: string | null = null;
  let least = reach;
  for (const [key, { points }] of laid)
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1] as Point;
      const b = points[i] as Point;
      const dx = Math.max(Math.min(a.x, b.x) - p.x, 0, p.x - Math.max(a.x, b.x));
      const dy = Math.max(Math.min(a.y, b.y) - p.y, 0, p.y - Math.max(a.y, b.y));
      const distance = Math.max(dx, dy);
      if (distance < least) {
        least = distance;
        best = key;
      }
    }
  return best;
}
