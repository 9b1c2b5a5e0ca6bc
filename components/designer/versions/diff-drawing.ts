import type { Edge, Workflow } from '#domain/definition/schema/workflow.ts';
import { diffWorkflows } from '#domain/definition/diff/diff-workflows.ts';
import { boxHeight, boxWidth } from '#components/canvas/geometry/box-size.ts';
import { edgeKey } from '#components/canvas/geometry/edge-key.ts';
import { RectIndex } from '#components/canvas/geometry/rect-index.ts';
import type { DiffMark, DiffMarks } from '#components/canvas/project/diff-marks.ts';

/**
 * Two definitions as one drawing: the newer as it is, with what it took away still standing where it stood (beside, when something else
 * stands there now), and how every task and edge differs.
 */
export function diffDrawing(older: Workflow, newer: Workflow): { workflow: Workflow; marks: DiffMarks } {
  const diff = diffWorkflows(older, newer);
  const tasks = new Map<string, DiffMark>([
    ...diff.tasks.changed.map(({ id }) => [id, 'changed'] as const),
    ...diff.tasks.added.map((id) => [id, 'added'] as const),
    ...diff.tasks.removed.map((id) => [id, 'removed'] as const),
  ]);
  const [before, after] = [byKey(older.edges), byKey(newer.edges)];
  const edges = new Map<string, DiffMark>();
  for (const key of after.keys()) if (!before.has(key)) edges.set(key, 'added');
  for (const key of before.keys()) if (!after.has(key)) edges.set(key, 'removed');
  const groups = new Set((newer.groups ?? []).map(({ id }) => id));
  const removed = older.tasks
    .filter(({ id }) => tasks.get(id) === 'removed')
    .map((task) => (task.group === undefined || groups.has(task.group) ? task : { ...task, group: undefined }));
  const workflow: Workflow = {
    ...newer,
    tasks: [...newer.tasks, ...removed],
    edges: [...newer.edges, ...older.edges.filter((edge) => edges.get(edgeKey(edge)) === 'removed')],
  };
  const places = placesOf(
    older,
    newer,
    removed.map(({ id }) => id),
  );
  const layout = newer.layout ?? older.layout;
  if (layout !== undefined) workflow.layout = { ...layout, positions: { ...layout.positions, ...places } };
  return { workflow, marks: { tasks, edges } };
}

const byKey = (edges: readonly Edge[]): Map<string, Edge> => new Map(edges.map((edge) => [edgeKey(edge), edge]));

/** Where what was removed stood, or below it in the free. */
function placesOf(older: Workflow, newer: Workflow, removed: readonly string[]): Record<string, [number, number]> {
  const box = ([x, y]: readonly [number, number]) => ({ x, y, width: boxWidth, height: boxHeight });
  const kept = new Set(newer.tasks.map(({ id }) => id));
  const rects = Object.entries(newer.layout?.positions ?? {}).flatMap(([id, at]) =>
    kept.has(id) ? [[id, box(at)] as const] : [],
  );
  const places: Record<string, [number, number]> = {};
  for (const id of removed) {
    const was = older.layout?.positions[id];
    if (was === undefined) continue;
    const at: [number, number] = [was[0], was[1]];
    const others = new RectIndex(rects);
    while (others.touches(box(at))) at[1] += boxHeight + 32;
    places[id] = at;
    rects.push([id, box(at)]);
  }
  return places;
}
