import { useMemo, useRef } from 'react';
import type { CanvasProps } from './canvas-surface.tsx';
import type { ThreadEdge } from './edges/thread.ts';
import type { FarScene } from './far/far-scene.ts';
import type { Rect } from './geometry/rect.ts';
import type { CanvasNode } from './nodes/task-node.ts';
import { projectEdges } from './project/project-edges.ts';
import { projectNodes } from './project/project-nodes.ts';
import { seenIn } from './project/seen-in.ts';

const nothing: ReadonlySet<string> = new Set();
const unseen = { boxes: new Set<string>(), edges: new Set<string>() };

/**
 * The part of the scene that lies in `area` (and what is `held`), as React Flow wants it. React Flow keeps much for each node it is given, so
 * it is given what may be seen and no more. Null: nothing.
 */
export function useProjection(
  props: CanvasProps,
  { drawing, laid, frames, selected, problems, matched, diff }: FarScene,
  area: Rect | null,
  held: string | null,
): { nodes: CanvasNode[]; edges: ThreadEdge[] } {
  const { workflow, catalog, changed = nothing, pinned = nothing } = props;
  const nodeCache = useRef(new Map<string, CanvasNode>());
  const edgeCache = useRef(new Map<string, ThreadEdge>());
  const manifests = useMemo(() => new Map(catalog.map((m) => [`${m.type}@${m.version}`, m])), [catalog]);
  const marks = useMemo(
    () => ({ selected, problems, changed, pinned, matched, diff }),
    [selected, problems, changed, pinned, matched, diff],
  );
  const seen = useMemo(() => {
    if (area === null) return unseen;
    const inside = seenIn(drawing, laid, area);
    if (held !== null) inside.boxes.add(held);
    return inside;
  }, [drawing, laid, area, held]);
  const nodes = useMemo(
    () => (area === null ? [] : projectNodes(workflow, drawing, manifests, frames, marks, nodeCache.current, seen.boxes)),
    [workflow, drawing, manifests, frames, marks, seen, area],
  );
  const edges = useMemo(
    () =>
      seen.edges.size === 0
        ? []
        : projectEdges(
            drawing,
            laid,
            selected,
            (from, to) => matched !== null && !(matched.has(from) && matched.has(to)),
            edgeCache.current,
            seen.edges,
            diff,
          ),
    [drawing, laid, selected, matched, seen, diff],
  );
  return { nodes, edges };
}
