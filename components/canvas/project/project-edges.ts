import { edgeKey } from '../geometry/edge-key.ts';
import type { ThreadEdge } from '../edges/thread.ts';
import type { DiffMarks } from './diff-marks.ts';
import type { Drawing } from './drawing.ts';
import type { Laid } from './lay-threads.ts';

/** React Flow's edges of a drawing; an edge that lies as before keeps its object. `seen`: only these are wanted, by `edgeKey`. */
export function projectEdges(
  drawing: Drawing,
  laid: ReadonlyMap<string, Laid>,
  selected: ReadonlySet<string>,
  faint: (from: string, to: string) => boolean,
  cache: Map<string, ThreadEdge>,
  seen: ReadonlySet<string> | null = null,
  diff: DiffMarks | null = null,
): ThreadEdge[] {
  const title = (id: string): string => drawing.boxes.get(id)?.title ?? id;
  const next = new Map<string, ThreadEdge>();
  for (const edge of drawing.edges) {
    const key = edgeKey(edge);
    if (seen !== null && !seen.has(key)) continue;
    const thread = laid.get(key);
    if (thread === undefined) continue;
    const many = (drawing.boxes.get(edge.from)?.ports.length ?? 1) > 1;
    const stands = drawing.merged.get(key)?.length ?? 1;
    const label = stands > 1 ? `${stands} edges` : (edge.label ?? null);
    const name = `${title(edge.from)}${many ? `, port ${edge.port},` : ''} to ${title(edge.to)}${stands > 1 ? `, ${stands} edges` : ''}`;
    const isFaint = faint(edge.from, edge.to);
    const before = cache.get(key);
    const chosen = selected.has(key);
    const mark = diff?.edges.get(key) ?? null;
    if (
      before?.data !== undefined &&
      before.data.points === thread.points &&
      before.data.name === name &&
      before.data.label === label &&
      before.data.faint === isFaint &&
      before.data.diff === mark &&
      before.selected === chosen
    ) {
      next.set(key, before);
      continue;
    }
    next.set(key, {
      id: key,
      type: 'thread',
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      selected: chosen,
      focusable: false,
      data: {
        points: thread.points,
        gaps: thread.gaps,
        label,
        direction: drawing.direction,
        name,
        faint: isFaint,
        diff: mark,
      },
    });
  }
  cache.clear();
  for (const [key, edge] of next) cache.set(key, edge);
  return [...next.values()];
}
