import type { Edit } from '#domain/definition/edit/edit.ts';
import type { Refused } from '#domain/definition/edit/refused.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { RectIndex } from '#components/canvas/geometry/rect-index.ts';
import type { Rect } from '#components/canvas/geometry/rect.ts';
import { noteRect } from '#components/canvas/project/note-rect.ts';
import type { ActsDesk } from './acts-desk.ts';
import { partsOfSelection } from './parts-of-selection.ts';

/** Copies of tasks, groups and notes. */
export interface CopyActs {
  duplicate(): void;
  /** Null, or why nothing was pasted; it was said then. */
  paste(text: string): Refused | null;
}

/** So far from other things a copy lies at least, px, and in such steps it looks for a place. */
const gap = 8;
const down = 28;

export function createCopyActs(desk: ActsDesk): CopyActs {
  let copies = 0;
  /** What there is to select, by the name the selection has for it. */
  const thingsOf = (workflow: Workflow): string[] => [
    ...workflow.tasks.map((task) => task.id),
    ...(workflow.notes ?? []).map((note) => `note:${note.id}`),
  ];
  const rectsOf = (): Map<string, Rect> => {
    const { drawing, workflow } = desk.now();
    return new Map([
      ...[...drawing.boxes.values()].map((box) => [box.id, box.rect] as const),
      ...(workflow.notes ?? []).map((note) => [`note:${note.id}`, noteRect(note)] as const),
    ]);
  };
  /** Copies that lie on other things move down, together, into the free; part of the same step. */
  const clear = (made: readonly string[], step: { label: string; gesture: string }): void => {
    const all = rectsOf();
    const own = new Set(made);
    const rects = made.flatMap((id) => all.get(id) ?? []);
    const others = new RectIndex([...all].filter(([id]) => !own.has(id)));
    const free = (dy: number): boolean =>
      rects.every(
        (r) => !others.touches({ x: r.x - gap, y: r.y + dy - gap, width: r.width + 2 * gap, height: r.height + 2 * gap }),
      );
    let dy = 0;
    while (!free(dy) && dy < 20_000) dy += down;
    if (dy === 0) return;
    const positions: Record<string, [number, number]> = {};
    const edits: Edit[] = [{ type: 'move', positions }];
    for (const id of made) {
      const rect = all.get(id);
      if (rect === undefined) continue;
      if (id.startsWith('note:')) edits.push({ type: 'update-note', id: id.slice(5), fields: { at: [rect.x, rect.y + dy] } });
      else positions[id] = [rect.x, rect.y + dy];
    }
    desk.store.getState().edit(edits, step);
  };
  /** What a copy brought, that is all that was not there before: laid free, selected, brought into view and told. */
  const showCopies = (before: ReadonlySet<string>, step: { label: string; gesture: string }, done: string): void => {
    const made = thingsOf(desk.now().workflow).filter((id) => !before.has(id));
    clear(made, step);
    desk.store.getState().select(made);
    desk.canvas()?.reveal(made[0] ?? '');
    desk.say(`${wordsFor(desk, made)} ${done}.`);
  };
  return {
    duplicate() {
      const { workflow, selection, drawing } = desk.now();
      const parts = partsOfSelection(workflow, selection);
      const chosen = [...parts.members, ...parts.notes.map((id) => `note:${id}`)];
      if (chosen.length === 0) return;
      const before = new Set(thingsOf(workflow));
      const step = { label: `duplicate ${wordsFor(desk, chosen)}`, gesture: `copy ${++copies}` };
      const ids = [...parts.members, ...parts.groups, ...parts.notes];
      const refusal = desk.store.getState().edit([...desk.pinned(drawing, workflow), { type: 'duplicate', ids }], step);
      if (refusal === null) showCopies(before, step, 'duplicated');
    },
    paste(text) {
      const { workflow, drawing } = desk.now();
      const before = new Set(thingsOf(workflow));
      // Under the pointer, where it is over the drawing.
      const at = desk.canvas()?.place() ?? desk.canvas()?.centre();
      const step = { label: 'paste', gesture: `copy ${++copies}` };
      const paste: Edit = { type: 'paste', text, ...(at === undefined ? {} : { at: [at.x, at.y] as [number, number] }) };
      const refusal = desk.store.getState().edit([...desk.pinned(drawing, workflow), paste], step);
      if (refusal === null) showCopies(before, step, 'pasted');
      return refusal;
    },
  };
}

/** `2 tasks and 1 note`. */
function wordsFor(desk: ActsDesk, ids: readonly string[]): string {
  const notes = ids.filter((id) => id.startsWith('note:')).length;
  const parts = [
    ...(ids.length > notes ? [desk.count(ids.length - notes, 'task')] : []),
    ...(notes > 0 ? [desk.count(notes, 'note')] : []),
  ];
  return parts.join(' and ');
}
