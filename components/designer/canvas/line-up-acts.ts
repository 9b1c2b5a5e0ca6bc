import type { Edit } from '#domain/definition/edit/edit.ts';
import { framesOf } from '#components/canvas/project/frames.ts';
import { noteRect } from '#components/canvas/project/note-rect.ts';
import type { Rect } from '#components/canvas/geometry/rect.ts';
import type { ActsDesk } from './acts-desk.ts';
import { alignBoxes, distributeBoxes, type Alignment } from './align-boxes.ts';

/** Lines the selection up: boxes, notes, and open groups as wholes. */
export interface LineUpActs {
  align(how: Alignment): void;
  /** Equal gaps, from the first to the last. */
  distribute(axis: 'across' | 'down'): void;
}

const words: Record<Alignment, string> = {
  left: 'align left',
  center: 'align on an upright line',
  right: 'align right',
  top: 'align top',
  middle: 'align on a level line',
  bottom: 'align bottom',
};

export function createLineUpActs(desk: ActsDesk): LineUpActs {
  /** What is selected, with the boxes that move along with each. A box inside a selected group moves with the group. */
  const things = () => {
    const { workflow, drawing, selection } = desk.now();
    const frames = framesOf(workflow, drawing).filter((frame) => selection.includes(`frame:${frame.group}`));
    const outer = frames.filter(
      (frame) => !frames.some((other) => other !== frame && frame.members.every((id) => other.members.includes(id))),
    );
    const carried = new Set(outer.flatMap((frame) => frame.members));
    const rects = new Map<string, Rect>();
    for (const frame of outer) rects.set(`frame:${frame.group}`, frame.rect);
    for (const id of selection) {
      const rect = drawing.boxes.get(id)?.rect;
      if (rect !== undefined && !carried.has(id)) rects.set(id, rect);
    }
    for (const note of workflow.notes ?? [])
      if (selection.includes(`note:${note.id}`)) rects.set(`note:${note.id}`, noteRect(note));
    return { workflow, drawing, outer, rects };
  };
  const perform = (
    { workflow, drawing, outer, rects }: ReturnType<typeof things>,
    moved: Record<string, [number, number]>,
    label: string,
  ): void => {
    const boxes: Record<string, [number, number]> = {};
    const edits: Edit[] = desk.pinned(drawing, workflow);
    for (const [id, at] of Object.entries(moved)) {
      const frame = outer.find(({ group }) => id === `frame:${group}`);
      if (id.startsWith('note:')) edits.push({ type: 'update-note', id: id.slice(5), fields: { at } });
      else if (frame === undefined) boxes[id] = at;
      else
        for (const member of frame.members) {
          const rect = drawing.boxes.get(member)?.rect;
          if (rect !== undefined) boxes[member] = [rect.x + at[0] - frame.rect.x, rect.y + at[1] - frame.rect.y];
        }
    }
    if (Object.keys(moved).length === 0) {
      desk.say('Nothing had to move.');
      return;
    }
    if (Object.keys(boxes).length > 0) edits.push({ type: 'move', positions: boxes });
    if (desk.edit(edits, label)) desk.say(`${desk.count(rects.size, 'box').replace(/boxs$/, 'boxes')}: ${label}.`);
  };
  return {
    align(how) {
      const found = things();
      if (found.rects.size < 2) desk.say('Select two boxes or more to align them.');
      else perform(found, alignBoxes(found.rects, how), words[how]);
    },
    distribute(axis) {
      const found = things();
      if (found.rects.size < 3) desk.say('Select three boxes or more to distribute them.');
      else perform(found, distributeBoxes(found.rects, axis), axis === 'across' ? 'distribute across' : 'distribute down');
    },
  };
}
