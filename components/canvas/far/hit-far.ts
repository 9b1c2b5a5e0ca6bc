import type { FarScene } from './far-scene.ts';

/**
 * The box or note at a point of the drawing (px), by id; the one painted last is on top. Null: cloth. What is selected is hit `slack` px
 * beside it too: boxes of a few px can be taken hold of together.
 */
export function hitFar({ drawing, notes, selected }: FarScene, p: { x: number; y: number }, slack = 0): string | null {
  let hit: string | null = null;
  const over = (r: { x: number; y: number; width: number; height: number }, by = 0): boolean =>
    p.x >= r.x - by && p.x <= r.x + r.width + by && p.y >= r.y - by && p.y <= r.y + r.height + by;
  for (const note of notes) if (over(note.rect)) hit = `note:${note.id}`;
  for (const box of drawing.boxes.values()) if (over(box.rect)) hit = box.id;
  if (hit !== null || slack === 0) return hit;
  for (const id of selected) {
    const rect = drawing.boxes.get(id)?.rect;
    if (rect !== undefined && over(rect, slack)) return id;
  }
  return null;
}
