import { boundsOf, type Rect } from '#components/canvas/geometry/rect.ts';
import { RectIndex } from '#components/canvas/geometry/rect-index.ts';
import type { Drawing } from '#components/canvas/project/drawing.ts';
import { frameRect, type Frame } from '#components/canvas/project/frames.ts';

const gap = 32;

/**
 * Where boxes go that are put into a group, or taken out of theirs (`group` null), by a menu: below what lies in it, or below its frame, in
 * the free. Null: they may stay, because the group is not open or has nothing in it. px of the drawing.
 */
export function placesBeside(
  drawing: Drawing,
  frames: readonly Frame[],
  moving: ReadonlySet<string>,
  group: string | null,
  first: string | undefined,
): Record<string, [number, number]> | null {
  const boxes = [...drawing.boxes.values()].filter((box) => moving.has(box.id) || box.members.some((id) => moving.has(id)));
  const own = boundsOf(boxes.map((box) => box.rect));
  const frame =
    group === null
      ? frames.findLast((one) => first !== undefined && one.members.includes(first) && !one.members.every((id) => moving.has(id)))
      : frames.find((one) => one.group === group);
  const rest = (frame?.members ?? []).filter((id) => !moving.has(id)).flatMap((id) => drawing.boxes.get(id)?.rect ?? []);
  const inside = boundsOf(rest);
  if (own === null || frame === undefined || inside === null) return null;
  const area = group === null ? (frameRect(rest, frame.height) as Rect) : inside;
  const others = new RectIndex(
    [...drawing.boxes.values()].filter((box) => !boxes.includes(box)).map((box) => [box.id, box.rect] as const),
  );
  const dx = Math.round((inside.x - own.x) / 4) * 4;
  let dy = Math.round((area.y + area.height + gap - own.y) / 4) * 4;
  while (boxes.some(({ rect: r }) => others.touches({ ...r, x: r.x + dx, y: r.y + dy })) && dy < 1_000_000) dy += gap;
  return Object.fromEntries(boxes.map(({ id, rect }) => [id, [rect.x + dx, rect.y + dy]]));
}
