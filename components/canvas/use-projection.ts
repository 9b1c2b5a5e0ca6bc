import { useMemo, useRef } from 'react';
import type { CanvasProps } from './canvas-surface.tsx';
import type { ThreadEdge } from './edges/thread.ts';
import type { FarScene } from './far/paint-far.ts';
import type { CanvasNode } from './nodes/task-node.ts';
import { drawingOf, type Drawing } from './project/drawing.ts';
import { layThreads, type Laid } from './project/lay-threads.ts';
import { projectEdges } from './project/project-edges.ts';
import { projectNodes } from './project/project-nodes.ts';

const noProblems: ReadonlyMap<string, { level: 'error' | 'warning'; text: string }> = new Map();
const nothing: ReadonlySet<string> = new Set();

/** The workflow as React Flow and the painters want it; each part is made anew only when what it rests on has changed. */
export function useProjection(props: CanvasProps): {
  drawing: Drawing;
  laid: Map<string, Laid>;
  nodes: CanvasNode[];
  edges: ThreadEdge[];
  scene: FarScene;
  selected: ReadonlySet<string>;
} {
  const { workflow, catalog, selection, problems = noProblems, changed = nothing, matched = null, live } = props;
  const nodeCache = useRef(new Map<string, CanvasNode>());
  const edgeCache = useRef(new Map<string, ThreadEdge>());
  const drawing = useMemo(() => drawingOf(workflow, catalog), [workflow, catalog]);
  const laidBefore = useRef<{ key: string; laid: Map<string, Laid> } | null>(null);
  const laid = useMemo(() => {
    // A keystroke in a form makes a new drawing with the same places: its threads lie as before.
    const key = placesOf(drawing);
    if (laidBefore.current?.key !== key) laidBefore.current = { key, laid: layThreads(drawing) };
    return laidBefore.current.laid;
  }, [drawing]);
  const manifests = useMemo(() => new Map(catalog.map((m) => [`${m.type}@${m.version}`, m])), [catalog]);
  const selected = useMemo(() => new Set(selection ?? []), [selection]);
  const nodes = useMemo(
    () => projectNodes(workflow, drawing, manifests, { selected, problems, changed, matched }, nodeCache.current),
    [workflow, drawing, manifests, selected, problems, changed, matched],
  );
  const edges = useMemo(
    () =>
      projectEdges(
        drawing,
        laid,
        selected,
        (from, to) => matched !== null && !(matched.has(from) && matched.has(to)),
        edgeCache.current,
      ),
    [drawing, laid, selected, matched],
  );
  const scene = useMemo<FarScene>(
    () => ({ drawing, laid, live: live ?? null, selected, problems, matched }),
    [drawing, laid, live, selected, problems, matched],
  );
  return { drawing, laid, nodes, edges, scene, selected };
}

function placesOf(drawing: Drawing): string {
  const parts: string[] = [drawing.direction];
  for (const { id, rect, ports } of drawing.boxes.values())
    parts.push(`${id},${rect.x},${rect.y},${rect.width},${rect.height},${ports.join('/')}`);
  for (const edge of drawing.edges) parts.push(`${edge.from}:${edge.port}:${edge.to}`);
  return parts.join('\n');
}
