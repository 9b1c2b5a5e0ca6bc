import type { CanvasNode } from '../nodes/task-node.ts';
import type { Drawing } from '../project/drawing.ts';
import { frameRect, type Frame } from '../project/frames.ts';
import type { Places } from './carried-by.ts';
import { isAround, type Regrouping } from './regrouping.ts';

/**
 * Nodes with some of them at other places; a frame stays round its boxes, lets go of those that leave it, and shows that it takes some in.
 * What did not move keeps its object.
 */
export function placedNodes(
  nodes: readonly CanvasNode[],
  places: Places,
  drawing: Drawing,
  frames: readonly Frame[],
  regroup: Regrouping | null = null,
): CanvasNode[] {
  const target = regroup === null ? null : (frames.find((frame) => frame.group === regroup.group) ?? null);
  const going = regroup === null ? null : goingFrom(regroup, frames);
  const moved = frames.filter((frame) => frame === target || frame.members.some((id) => places.has(id)));
  const byNode = new Map(moved.map((frame) => [`frame:${frame.group}`, frame]));
  return nodes.map((node) => {
    const at = places.get(node.id);
    if (at !== undefined) return { ...node, position: at } as CanvasNode;
    const frame = byNode.get(node.id);
    if (frame === undefined) return node;
    const keeps =
      regroup === null || regroup.ids.includes(frame.group) || frame === target || (target !== null && isAround(frame, target));
    const left = keeps || going === null ? null : going;
    const stay = frame.members.filter((id) => left?.has(id) !== true);
    const rect = frameRect(
      (stay.length === 0 ? frame.members : stay).flatMap((id) => {
        const box = drawing.boxes.get(id)?.rect;
        return box === undefined ? [] : { ...box, ...places.get(id) };
      }),
      frame.height,
    );
    if (rect === null) return node;
    const { x, y, width, height } = rect;
    const className = frame === target ? 'cv-into' : undefined;
    return { ...node, position: { x, y }, width, height, measured: { width, height }, className } as CanvasNode;
  });
}

/** Boxes that change their group, those of groups among them. A frame inside a group that moves along keeps its own. */
function goingFrom({ ids }: Regrouping, frames: readonly Frame[]): Set<string> {
  const going = new Set<string>();
  for (const id of ids) for (const box of frames.find((frame) => frame.group === id)?.members ?? [id]) going.add(box);
  return going;
}
