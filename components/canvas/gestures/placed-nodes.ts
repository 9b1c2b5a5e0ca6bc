import type { CanvasNode } from '../nodes/task-node.ts';
import type { Drawing } from '../project/drawing.ts';
import { frameRect, type Frame } from '../project/frames.ts';
import type { Places } from './carried-by.ts';

/** Nodes with some of them at other places; a frame stays round its boxes. What did not move keeps its object. */
export function placedNodes(
  nodes: readonly CanvasNode[],
  places: Places,
  drawing: Drawing,
  frames: readonly Frame[],
): CanvasNode[] {
  const moved = frames.filter((frame) => frame.members.some((id) => places.has(id)));
  const byNode = new Map(moved.map((frame) => [`frame:${frame.group}`, frame]));
  return nodes.map((node) => {
    const at = places.get(node.id);
    if (at !== undefined) return { ...node, position: at } as CanvasNode;
    const frame = byNode.get(node.id);
    if (frame === undefined) return node;
    const rect = frameRect(
      frame.members.flatMap((id) => {
        const box = drawing.boxes.get(id)?.rect;
        return box === undefined ? [] : { ...box, ...places.get(id) };
      }),
      frame.height,
    );
    if (rect === null) return node;
    const { x, y, width, height } = rect;
    return { ...node, position: { x, y }, width, height, measured: { width, height } } as CanvasNode;
  });
}
