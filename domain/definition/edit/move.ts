import type { Workflow } from '../schema/workflow.ts';
import { placeBoxes } from './place-boxes.ts';

/** Puts tasks, groups and notes at other places, px. Ids that are not there are left out. */
export function move(workflow: Workflow, { positions }: { positions: Record<string, [number, number]> }): Workflow {
  const boxes = new Set([...workflow.tasks.map(({ id }) => id), ...(workflow.groups ?? []).map(({ id }) => id)]);
  const notes = workflow.notes ?? [];
  const moved = notes.map((note) => {
    const at = boxes.has(note.id) ? undefined : positions[note.id];
    return at === undefined || (at[0] === note.at[0] && at[1] === note.at[1]) ? note : { ...note, at };
  });
  const withNotes = moved.every((note, i) => note === notes[i]) ? workflow : { ...workflow, notes: moved };
  return placeBoxes(withNotes, Object.fromEntries(Object.entries(positions).filter(([id]) => boxes.has(id))));
}
