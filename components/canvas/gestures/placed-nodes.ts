import type { CanvasNode } from '../nodes/task-node.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Frame } from '../project/frames.ts';
import type { Places } from './carried-by.ts';
import { framesNow } from './frames-now.ts';
import type { Regrouping } from './regrouping.ts';

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
  const nowOf = framesNow(places, drawing, frames, regroup);
  const byNode = new Map(frames.map((frame) => [`frame:${frame.group}`, frame]));
  return nodes.map((node) => {
    const at = places.get(node.id);
    if (at !== undefined) return { ...node, position: at } as CanvasNode;
    const frame = byNode.get(node.id);
    const now = frame === undefined ? null : nowOf(frame);
    if (now === null) return node;
    const { x, y, width, height } = now.rect;
    const className = now.into ? 'cv-into' : undefined;
    return { ...node, position: { x, y }, width, height, measured: { width, height }, className } as CanvasNode;
  });
}
