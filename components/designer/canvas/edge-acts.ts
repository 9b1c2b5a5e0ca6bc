import { edgeKey } from '#components/canvas/geometry/edge-key.ts';
import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';
import { keyWords } from '#components/ui/key-words.ts';
import type { ActsDesk } from './acts-desk.ts';

/** What is done to edges. */
export interface EdgeActs {
  cut(edges: readonly EdgeRef[]): void;
  /** Selects the first edge of the selected task, or the next one of the same task. */
  nextEdge(): void;
}

export function createEdgeActs(desk: ActsDesk): EdgeActs {
  /** The task whose edges are gone through. */
  let round: string | null = null;
  return {
    cut(edges) {
      const { workflow } = desk.now();
      const [first] = edges;
      if (first === undefined) return;
      const label =
        edges.length === 1
          ? `remove the edge ${desk.nameOf(workflow, first.from)} to ${desk.nameOf(workflow, first.to)}`
          : `remove ${desk.count(edges.length, 'edge')}`;
      if (desk.edit([{ type: 'disconnect', edges: edges.map(({ from, port, to }) => ({ from, port, to })) }], label, []))
        desk.say(`Done: ${label}. ${keyWords('Ctrl Z')} brings it back.`);
    },
    nextEdge() {
      const { drawing, selection } = desk.now();
      const [only] = selection;
      const now = selection.length === 1 ? drawing.edges.find((edge) => edgeKey(edge) === only) : undefined;
      if (only !== undefined && drawing.boxes.has(only)) round = only;
      else if (now !== undefined && round !== now.from && round !== now.to) round = now.from;
      else if (now === undefined) {
        desk.say('Select a task to go through its edges.');
        return;
      }
      const own = [...drawing.edges.filter((edge) => edge.from === round), ...drawing.edges.filter((edge) => edge.to === round)];
      const next = own[now === undefined ? 0 : (own.indexOf(now) + 1) % own.length];
      if (next === undefined) {
        desk.say('This task has no edge.');
        return;
      }
      desk.store.getState().select([edgeKey(next)]);
      const title = (id: string): string => drawing.boxes.get(id)?.title ?? id;
      desk.say(`Edge ${title(next.from)} to ${title(next.to)}. A puts a task on it, Delete removes it.`);
    },
  };
}
