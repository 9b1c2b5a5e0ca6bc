import { boxHeight, boxWidth } from '#components/canvas/geometry/box-size.ts';
import { RectIndex } from '#components/canvas/geometry/rect-index.ts';
import type { Drawing } from '#components/canvas/project/drawing.ts';

/** Distance between ranks and neighbours, px. */
const rank = 48;
const neighbour = 32;

/** A free place for a new box, px: one rank after `after` (a box's id), or about `near`; beside what is there already. */
export function placeTask(
  drawing: Drawing,
  where: { after?: string | undefined; near: { x: number; y: number } },
): [number, number] {
  const down = drawing.direction === 'TB';
  const index = new RectIndex([...drawing.boxes.values()].map((box) => [box.id, box.rect] as const));
  const before = where.after === undefined ? undefined : drawing.boxes.get(where.after)?.rect;
  let x = before === undefined ? where.near.x - boxWidth / 2 : down ? before.x : before.x + before.width + rank;
  let y = before === undefined ? where.near.y - boxHeight / 2 : down ? before.y + before.height + rank : before.y;
  x = Math.round(x / 4) * 4;
  y = Math.round(y / 4) * 4;
  const stepX = down ? boxWidth + neighbour : 0;
  const stepY = down ? 0 : boxHeight + neighbour;
  for (let k = 0; k < 200; k++) {
    // To and fro: nearest first.
    const n = k === 0 ? 0 : (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2);
    const at = { x: x + n * stepX, y: y + n * stepY, width: boxWidth, height: boxHeight };
    if (!index.touches(at)) return [at.x, at.y];
  }
  return [x, y];
}
