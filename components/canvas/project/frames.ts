import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { boundsOf, type Rect } from '../geometry/rect.ts';
import type { Drawing } from './drawing.ts';
import { insideGroups } from './inside-groups.ts';

/** An open group on the drawing: a line round its boxes. */
export interface Frame {
  group: string;
  name: string;
  color?: string | undefined;
  /** Boxes inside it, at any depth. */
  members: string[];
  /** Frames inside this one, one in another: 0 when there is none. */
  height: number;
  rect: Rect;
}

const side = 16;
const head = 32;

/** The line round boxes, px: a frame that holds frames stands farther out. */
export function frameRect(rects: Iterable<Rect>, height: number): Rect | null {
  const inside = boundsOf(rects);
  if (inside === null) return null;
  const out = side * (height + 1);
  const top = head * (height + 1);
  return { x: inside.x - out, y: inside.y - top, width: inside.width + 2 * out, height: inside.height + top + out };
}

/** Frames of the open groups that have boxes, outermost first. */
export function framesOf(workflow: Pick<Workflow, 'tasks' | 'groups'>, drawing: Drawing): Frame[] {
  const groups = workflow.groups ?? [];
  if (groups.length === 0) return [];
  const inside = insideGroups(workflow);
  const shownIn = new Map<string, string>();
  for (const box of drawing.boxes.values()) for (const member of box.members) shownIn.set(member, box.id);
  const height = (id: string, depth = 0): number =>
    depth > 32
      ? 0
      : groups
          .filter((group) => group.parent === id && !group.collapsed)
          .reduce((most, group) => Math.max(most, 1 + height(group.id, depth + 1)), 0);
  const frames: Frame[] = [];
  for (const group of groups) {
    // Inside a collapsed group nothing is drawn, so no box of it is found under its own name.
    if (group.collapsed) continue;
    const members = new Set<string>();
    for (const task of inside.get(group.id) ?? []) {
      const box = drawing.boxes.has(task) ? task : shownIn.get(task);
      if (box !== undefined && box !== group.id) members.add(box);
    }
    const hidden = [...members].some((id) => within(groups, group.id, id));
    if (members.size === 0 || hidden) continue;
    const high = height(group.id);
    const rect = frameRect(
      [...members].flatMap((id) => drawing.boxes.get(id)?.rect ?? []),
      high,
    );
    if (rect !== null)
      frames.push({
        group: group.id,
        name: group.name ?? group.id,
        color: group.color,
        members: [...members],
        height: high,
        rect,
      });
  }
  return frames.sort((a, b) => b.height - a.height);
}

/** Whether `box` is a collapsed group round this group. */
function within(groups: readonly { id: string; parent?: string | undefined }[], group: string, box: string): boolean {
  const parents = new Map(groups.map((g) => [g.id, g.parent]));
  let at = parents.get(group);
  for (let depth = 0; at !== undefined && depth < 64; depth++) {
    if (at === box) return true;
    at = parents.get(at);
  }
  return false;
}
