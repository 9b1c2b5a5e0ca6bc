import { freeId } from '#domain/definition/edit/free-id.ts';
import type { Edit } from '#domain/definition/edit/edit.ts';
import { portsOf } from '#domain/definition/ports.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';
import { groupAt, type Regrouping } from '#components/canvas/gestures/regrouping.ts';
import { boxSize } from '#components/canvas/geometry/box-size.ts';
import { edgeKey } from '#components/canvas/geometry/edge-key.ts';
import { arrange } from '#components/canvas/layout/arrange.ts';
import { notesAfter } from '#components/canvas/layout/notes-after.ts';
import type { Rect } from '#components/canvas/geometry/rect.ts';
import { noteRect } from '#components/canvas/project/note-rect.ts';
import { layoutNode } from '#components/canvas/layout/layout-node.ts';
import { drawingOf, type Drawing } from '#components/canvas/project/drawing.ts';
import { framesOf } from '#components/canvas/project/frames.ts';
import { keyWords } from '#components/ui/key-words.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { createActsDesk } from './acts-desk.ts';
import { createCopyActs, type CopyActs } from './copy-acts.ts';
import { createEdgeActs, type EdgeActs } from './edge-acts.ts';
import { createGroupActs, type GroupActs } from './group-acts.ts';
import { joinRound } from './join-round.ts';
import { createLineUpActs, type LineUpActs } from './line-up-acts.ts';
import { makeRoom } from './make-room.ts';
import { newTask } from './new-task.ts';
import { partsOfSelection } from './parts-of-selection.ts';
import { createNudgeActs, type NudgeActs } from './nudge-acts.ts';
import { createPictureActs, type PictureActs } from './picture-acts.ts';
import { placeTask } from './place-task.ts';

/** What a hand or a key does to the drawing; each is one step of the history and says what it did. */
export interface DesignActs extends LineUpActs, CopyActs, EdgeActs, GroupActs, NudgeActs, PictureActs {
  /** Adds a task: on an edge, at a wire's end, at a place, else after the selected task. Gives its id. */
  add(
    manifest: Manifest,
    where?: { at?: [number, number]; wire?: { from: string; port: string } | null; onto?: EdgeRef | null },
  ): string | null;
  connect(edge: EdgeRef): void;
  splice(edge: EdgeRef, task: string): void;
  move(positions: Record<string, [number, number]>, regroup?: Regrouping | null): void;
  /** `joined`: what stood before is connected with what stood after. */
  remove(how?: 'joined'): void;
  selectAll(): void;
  /** Selects a task and brings it into view. */
  go(id: string): void;
  /** Everything after (or before) the selection is selected too. */
  selectAlong(way: 'after' | 'before'): void;
  arrange(direction?: 'LR' | 'TB'): Promise<void>;
  note(): void;
  toggleDisabled(): void;
}

export function createDesignActs(
  store: DesignerStore,
  catalog: readonly Manifest[],
  canvas: () => CanvasHandle | null,
): DesignActs {
  const desk = createActsDesk(store, catalog, canvas);
  const { now, edit, say, nameOf, count, pinned } = desk;
  return {
    ...createLineUpActs(desk),
    ...createCopyActs(desk),
    ...createEdgeActs(desk),
    ...createGroupActs(desk),
    ...createNudgeActs(desk),
    ...createPictureActs(desk),
    add(manifest, where = {}) {
      const { workflow, drawing, selection } = now();
      const task = newTask(workflow, manifest);
      const label = `add ${task.name ?? task.id}`;
      const edits: Edit[] = pinned(drawing, workflow);
      const onto = where.onto ?? null;
      if (onto !== null) {
        const room = makeRoom(drawing, onto);
        if (room !== null && Object.keys(room.moved).length > 0) edits.push({ type: 'move', positions: room.moved });
        const port = portsOf(manifest, task.config)[0] ?? 'out';
        edits.push({ type: 'insert-on-edge', edge: onto, task, port, at: room?.at ?? where.at ?? [0, 0] });
      } else {
        const chosen = selection.length === 1 ? workflow.tasks.find((t) => t.id === selection[0]) : undefined;
        const wire =
          where.wire ??
          (where.at === undefined && chosen !== undefined ? { from: chosen.id, port: freePort(drawing, chosen.id) } : null);
        const at = where.at ?? placeTask(drawing, { after: wire?.from, near: canvas()?.centre() ?? { x: 0, y: 0 } });
        // Dropped into an open group, it lies in it.
        const group =
          where.at === undefined ? null : groupAt(framesOf(workflow, drawing), { x: at[0], y: at[1], ...boxSize(1, 'LR') });
        edits.push({ type: 'add-task', task: group === null ? task : { ...task, group }, at });
        if (wire !== null) edits.push({ type: 'connect', edge: { ...wire, to: task.id } });
      }
      if (!edit(edits, label, [task.id])) return null;
      say(`${task.name ?? task.id} added.`);
      return task.id;
    },
    connect(edge) {
      const { workflow } = now();
      if (edit([{ type: 'connect', edge }], `connect ${nameOf(workflow, edge.from)} to ${nameOf(workflow, edge.to)}`))
        say(`${nameOf(workflow, edge.from)} connected to ${nameOf(workflow, edge.to)}.`);
    },
    splice(edge, task) {
      const { workflow, drawing } = now();
      const room = makeRoom(drawing, edge);
      const port = drawing.boxes.get(task)?.ports[0] ?? 'out';
      edit(
        [
          ...pinned(drawing, workflow),
          { type: 'move', positions: { ...room?.moved, ...(room === null ? {} : { [task]: room.at }) } },
          { type: 'disconnect', edges: [edge] },
          { type: 'connect', edge: { from: edge.from, port: edge.port, to: task } },
          { type: 'connect', edge: { from: task, port, to: edge.to } },
        ],
        `put ${nameOf(workflow, task)} between`,
      );
    },
    move(positions, regroup = null) {
      const { workflow, drawing } = now();
      const boxes: Record<string, [number, number]> = {};
      const edits = pinned(drawing, workflow);
      for (const [id, at] of Object.entries(positions))
        if (id.startsWith('note:')) edits.push({ type: 'update-note', id: id.slice(5), fields: { at } });
        else boxes[id] = at;
      if (Object.keys(boxes).length > 0) edits.push({ type: 'move', positions: boxes });
      const ids = Object.keys(positions);
      const label =
        ids.length > 1
          ? `move ${ids.length} boxes`
          : ids[0]?.startsWith('note:')
            ? 'move a note'
            : `move ${nameOf(workflow, ids[0] ?? '')}`;
      if (regroup === null) edit(edits, label);
      else {
        edits.push({ type: 'move-to-group', ...regroup });
        const into = regroup.group === null ? 'out of its group' : `into ${nameOf(workflow, regroup.group)}`;
        if (edit(edits, `${label} ${into}`)) say(`Moved ${into}.`);
      }
    },
    remove(how) {
      const { workflow, selection } = now();
      const parts = partsOfSelection(workflow, selection);
      const ids = [...parts.members, ...parts.groups, ...parts.notes];
      if (ids.length === 0 && parts.edges.length === 0) return;
      const label =
        parts.members.length === 1 && ids.length === 1
          ? `delete ${nameOf(workflow, ids[0] ?? '')}`
          : ids.length === 0
            ? `delete ${count(parts.edges.length, 'edge')}`
            : `delete ${count(ids.length, 'thing')}`;
      const edits: Edit[] = [{ type: 'remove', ids: [...new Set(ids)], edges: parts.edges }];
      if (how === 'joined')
        for (const edge of joinRound(workflow.edges, new Set(parts.members))) edits.push({ type: 'connect', edge });
      if (edit(edits, label, [])) say(`Done: ${label}. ${keyWords('Ctrl Z')} brings it back.`);
      canvas()?.focus();
    },
    selectAll() {
      const { drawing, workflow } = now();
      store.getState().select([...drawing.boxes.keys(), ...(workflow.notes ?? []).map((note) => `note:${note.id}`)]);
    },
    go(id) {
      store.getState().select([id]);
      canvas()?.reveal(id);
    },
    selectAlong(way) {
      const { drawing, selection } = now();
      const found = new Set(selection.filter((id) => drawing.boxes.has(id)));
      const queue = [...found];
      for (let head = 0; head < queue.length; head++)
        for (const edge of drawing.edges) {
          const [here, next] = way === 'after' ? [edge.from, edge.to] : [edge.to, edge.from];
          if (here === queue[head] && !found.has(next)) {
            found.add(next);
            queue.push(next);
          }
        }
      store.getState().select([...found]);
      say(`${count(found.size, 'task')} selected.`);
    },
    async arrange(wanted) {
      const { workflow, selection } = now();
      const direction = wanted ?? workflow.layout?.direction ?? 'LR';
      const drawing = drawingOf({ ...workflow, layout: { positions: {}, ...workflow.layout, direction } }, catalog);
      const chosen = selection.filter((id) => drawing.boxes.has(id));
      const part = wanted === undefined && chosen.length > 1 ? new Set(chosen) : null;
      const boxes = [...drawing.boxes.values()].filter((box) => part === null || part.has(box.id));
      const positions = await arrange({
        nodes: boxes.map(layoutNode),
        edges: drawing.edges,
        direction,
        groups: framesOf(workflow, drawing)
          .filter((frame) => part === null || frame.members.every((id) => part.has(id)))
          .map(({ group, members, height }) => ({ id: group, members, height })),
      });
      if (part !== null) {
        // The selection stays where it is: its upper left corner does.
        const left = Math.min(...boxes.map((box) => box.rect.x));
        const top = Math.min(...boxes.map((box) => box.rect.y));
        for (const at of Object.values(positions)) {
          at[0] += left;
          at[1] += top;
        }
      }
      if (store.getState().workflow !== workflow) return;
      const places = (id: string, rect: Rect): Rect => ({
        ...rect,
        x: positions[id]?.[0] ?? rect.x,
        y: positions[id]?.[1] ?? rect.y,
      });
      const moved = notesAfter(
        // Of a part, only the notes that were chosen with it.
        (workflow.notes ?? [])
          .filter((note) => part === null || selection.includes(`note:${note.id}`))
          .map((note) => ({ id: note.id, rect: noteRect(note) })),
        new Map(boxes.map((box) => [box.id, box.rect])),
        new Map([...drawing.boxes.values()].map((box) => [box.id, places(box.id, box.rect)])),
      );
      const notes = Object.entries(moved).map(([id, at]): Edit => ({ type: 'update-note', id, fields: { at } }));
      canvas()?.settle();
      edit(
        [{ type: 'set-layout', positions, direction }, ...notes],
        part === null ? 'arrange' : `arrange ${count(part.size, 'task')}`,
      );
      if (part === null) requestAnimationFrame(() => canvas()?.fit());
      say('Arranged.');
    },
    note() {
      const { workflow } = now();
      const id = freeId('note', new Set((workflow.notes ?? []).map((note) => note.id)));
      const at = canvas()?.centre() ?? { x: 0, y: 0 };
      const place: [number, number] = [Math.round((at.x - 92) / 4) * 4, Math.round((at.y - 26) / 4) * 4];
      edit([{ type: 'add-note', note: { id, text: '', at: place } }], 'add a note', [`note:${id}`]);
    },
    toggleDisabled() {
      const { workflow, selection } = now();
      const ids = partsOfSelection(workflow, selection).members;
      if (ids.length === 0) return;
      const on = workflow.tasks.some((task) => ids.includes(task.id) && !task.disabled);
      edit(
        ids.map((task) => ({ type: 'set-task-settings', task, settings: { disabled: on } })),
        `${on ? 'disable' : 'enable'} ${ids.length === 1 ? nameOf(workflow, ids[0] ?? '') : count(ids.length, 'task')}`,
      );
    },
  };
}

/** The first port without an edge; when all have one, the first. */
function freePort(drawing: Drawing, task: string): string {
  const ports = drawing.boxes.get(task)?.ports ?? ['out'];
  const used = new Set(drawing.edges.filter((edge) => edge.from === task).map((edge) => edgeKey({ ...edge, to: '' })));
  return ports.find((port) => !used.has(edgeKey({ from: task, port, to: '' }))) ?? ports[0] ?? 'out';
}
