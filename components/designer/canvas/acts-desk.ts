import type { Edit } from '#domain/definition/edit/edit.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { drawingOf, type Drawing } from '#components/canvas/project/drawing.ts';
import type { DesignerStore } from '../store/designer-store.ts';

/** What every act of the designer works with. */
export interface ActsDesk {
  store: DesignerStore;
  catalog: readonly Manifest[];
  canvas: () => CanvasHandle | null;
  now(): { workflow: Workflow; drawing: Drawing; selection: readonly string[] };
  /** Performs edits as one step of the history; false when they were refused (and it was said why). */
  edit(edits: Edit[], label: string, select?: readonly string[]): boolean;
  say(text: string): void;
  nameOf(workflow: Workflow, id: string): string;
  /** `3 tasks`. */
  count(n: number, one: string): string;
  /** Writes places down that only the layout of the drawing gave: with the first gesture, so that nothing jumps later. */
  pinned(drawing: Drawing, workflow: Workflow): Edit[];
}

/** Lays the desk. `canvas` is asked at each act: the canvas comes later than the acts. */
export function createActsDesk(store: DesignerStore, catalog: readonly Manifest[], canvas: () => CanvasHandle | null): ActsDesk {
  return {
    store,
    catalog,
    canvas,
    now() {
      const { workflow, selection } = store.getState();
      return { workflow, selection, drawing: drawingOf(workflow, catalog) };
    },
    edit: (edits, label, select) => store.getState().edit(edits, select === undefined ? { label } : { label, select }) === null,
    say: (text) => store.getState().say(text),
    nameOf: (workflow, id) =>
      (workflow.tasks.find((task) => task.id === id) ?? workflow.groups?.find((group) => group.id === id))?.name ?? id,
    count: (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`,
    pinned(drawing, workflow) {
      const known = workflow.layout?.positions ?? {};
      const loose = [...drawing.boxes.values()].filter((box) => !Object.hasOwn(known, box.id));
      if (loose.length === 0) return [];
      return [{ type: 'set-layout', positions: Object.fromEntries(loose.map((box) => [box.id, [box.rect.x, box.rect.y]])) }];
    },
  };
}
