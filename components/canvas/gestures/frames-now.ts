import type { Rect } from '../geometry/rect.ts';
import type { Drawing } from '../project/drawing.ts';
import { frameRect, type Frame } from '../project/frames.ts';
import type { Places } from './carried-by.ts';
import { isAround, type Regrouping } from './regrouping.ts';

/** A frame while things are dragged: where it stands, and whether it is about to take them in. */
export interface FrameNow {
  rect: Rect;
  into: boolean;
}

/**
 * Where frames stand while boxes are under way: round their boxes, letting go of those that leave them. The function gives null for a frame
 * that the drag has nothing to do with, or that has no box to stand round.
 */
export function framesNow(
  places: Places,
  drawing: Drawing,
  frames: readonly Frame[],
  regroup: Regrouping | null,
): (frame: Frame) => FrameNow | null {
  const target = regroup === null ? null : (frames.find((frame) => frame.group === regroup.group) ?? null);
  const going = regroup === null ? null : goingFrom(regroup, frames);
  return (frame) => {
    const into = frame === target;
    if (!into && !frame.members.some((id) => places.has(id))) return null;
    const keeps = regroup === null || regroup.ids.includes(frame.group) || into || (target !== null && isAround(frame, target));
    const left = keeps || going === null ? null : going;
    const stay = frame.members.filter((id) => left?.has(id) !== true);
    const rect = frameRect(
      (stay.length === 0 ? frame.members : stay).flatMap((id) => {
        const box = drawing.boxes.get(id)?.rect;
        return box === undefined ? [] : { ...box, ...places.get(id) };
      }),
      frame.height,
    );
    return rect === null ? null : { rect, into };
  };
}

/** Boxes that change their group, those of groups among them. A frame inside a group that moves along keeps its own. */
function goingFrom({ ids }: Regrouping, frames: readonly Frame[]): Set<string> {
  const going = new Set<string>();
  for (const id of ids) for (const box of frames.find((frame) => frame.group === id)?.members ?? [id]) going.add(box);
  return going;
}
