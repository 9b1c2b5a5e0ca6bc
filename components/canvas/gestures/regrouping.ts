import type { Rect } from '../geometry/rect.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Frame } from '../project/frames.ts';
import type { Places } from './carried-by.ts';

/** Tasks and groups that change the group they lie in; `group` null: they lie in none. */
export interface Regrouping {
  ids: string[];
  group: string | null;
}

/**
 * What a drag means for groups, asked at each place of it. A thing goes into the innermost open group that its middle lies in, and leaves its
 * group when it lies wholly outside of where the frame was when the drag began: so long it only makes the frame larger. Null: nothing changes.
 */
export function regroupingOf(
  grabbed: string,
  carried: Places,
  drawing: Drawing,
  frames: readonly Frame[],
): (now: Places) => Regrouping | null {
  if (frames.length === 0 || grabbed.startsWith('note:')) return () => null;
  const whole = frames.filter((frame) => frame.members.every((id) => carried.has(id)));
  const resting = frames.filter((frame) => !whole.includes(frame));
  const outer = whole.filter((frame) => !whole.some((other) => isAround(other, frame)));
  const along = new Set(outer.flatMap((frame) => frame.members));
  const boxes = [...carried.keys()].filter((id) => drawing.boxes.has(id) && !along.has(id));
  const ids = [...outer.map((frame) => frame.group), ...boxes];
  const held = outer.find((frame) => `frame:${frame.group}` === grabbed || frame.members.includes(grabbed));
  const rect = held?.rect ?? drawing.boxes.get(grabbed)?.rect;
  const mark = held?.members[0] ?? grabbed;
  const start = carried.get(mark);
  if (rect === undefined || start === undefined) return () => null;
  // Frames come outermost first: the last that holds it is the nearest.
  const home = resting.findLast((frame) => frame.members.includes(mark)) ?? null;
  return (now) => {
    const at = now.get(mark);
    if (at === undefined) return null;
    const shown = { ...rect, x: rect.x + at.x - start.x, y: rect.y + at.y - start.y };
    const inner = resting.findLast((frame) => holdsMiddle(frame.rect, shown)) ?? null;
    const stays = home !== null && (inner === null || isAround(inner, home)) && overlap(home.rect, shown);
    const target = stays ? home : inner;
    return target === home ? null : { ids, group: target?.group ?? null };
  };
}

/** Whether one open group lies in the other. */
export function isAround(outer: Frame, inner: Frame): boolean {
  return outer.height > inner.height && inner.members.every((id) => outer.members.includes(id));
}

/** The innermost open group that the middle of a box lies in, by its id; null: none. */
export function groupAt(frames: readonly Frame[], rect: Rect): string | null {
  return frames.findLast((frame) => holdsMiddle(frame.rect, rect))?.group ?? null;
}

function holdsMiddle(frame: Rect, r: Rect): boolean {
  const x = r.x + r.width / 2;
  const y = r.y + r.height / 2;
  return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
}
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
