import type { Edit } from '#domain/definition/edit/edit.ts';
import { carriedBy, shifted } from '#components/canvas/gestures/carried-by.ts';
import { framesOf } from '#components/canvas/project/frames.ts';
import { noteRect } from '#components/canvas/project/note-rect.ts';
import type { ActsDesk } from './acts-desk.ts';

/** Moving what is selected by the keyboard. */
export interface NudgeActs {
  /** So many px; steps that follow each other are one step of the history. */
  nudge(dx: number, dy: number): void;
}

export function createNudgeActs(desk: ActsDesk): NudgeActs {
  return {
    nudge(dx, dy) {
      const { workflow, drawing, selection } = desk.now();
      const things = selection.filter((id) => drawing.boxes.has(id) || /^(note|frame):/.test(id));
      const notes = new Map((workflow.notes ?? []).map((note) => [`note:${note.id}`, noteRect(note)] as const));
      const [first] = things;
      if (first === undefined) {
        desk.say('Select what shall be moved first.');
        return;
      }
      const places = shifted(carriedBy(first, new Set(things), drawing, framesOf(workflow, drawing), notes), dx, dy);
      const edits: Edit[] = desk.pinned(drawing, workflow);
      const boxes: Record<string, [number, number]> = {};
      for (const [id, { x, y }] of places)
        if (id.startsWith('note:')) edits.push({ type: 'update-note', id: id.slice(5), fields: { at: [x, y] } });
        else boxes[id] = [x, y];
      edits.push({ type: 'move', positions: boxes });
      const what =
        places.size > 1 ? desk.count(places.size, 'thing') : first.startsWith('note:') ? 'a note' : desk.nameOf(workflow, first);
      const refusal = desk.store.getState().edit(edits, { label: `move ${what}`, gesture: `nudge ${things.join(' ')}` });
      if (refusal !== null) return;
      desk.canvas()?.reveal(first);
      const [at] = places.values();
      desk.say(`${what}: ${at?.x ?? 0} across, ${at?.y ?? 0} down.`);
    },
  };
}
