import { useMemo, useRef } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { CanvasProps } from './canvas-surface.tsx';
import type { FarScene } from './far/far-scene.ts';
import { withGroups } from './live/with-groups.ts';
import { changedDrawing } from './project/changed-drawing.ts';
import { drawingOf, type Drawing } from './project/drawing.ts';
import { framesOf, type Frame } from './project/frames.ts';
import { layThreads, type Laid } from './project/lay-threads.ts';
import { noteRect } from './project/note-rect.ts';
import { withGroupProblems, type ProblemMark } from './project/problem-mark.ts';

const noProblems: ReadonlyMap<string, ProblemMark> = new Map();

/** What was drawn last: a keystroke in a form changes one task of thousands, and nothing that is painted. */
interface Drawn {
  workflow: Workflow;
  catalog: readonly Manifest[];
  drawing: Drawing;
  laid: Map<string, Laid>;
  frames: readonly Frame[];
  /** The last drawing that looks the same from afar. */
  look: Drawing;
  places: string | null;
}

/**
 * The workflow as the painters want it; each part is made anew only when what it rests on has changed. `picture` is the scene for who paints
 * it on a 2-D canvas: it stays the same object while that would look the same.
 */
export function useScene(props: CanvasProps): { scene: FarScene; picture: FarScene } {
  const { workflow, catalog, selection, problems: told = noProblems, matched = null, diff = null, live: own } = props;
  const last = useRef<Drawn | null>(null);
  const { drawing, laid, frames, look } = useMemo(() => {
    const drawn = drawnNext(last.current, workflow, catalog);
    last.current = drawn;
    return drawn;
  }, [workflow, catalog]);
  const notes = useMemo(
    () => (workflow.notes ?? []).map((note) => ({ id: note.id, text: note.text, rect: noteRect(note) })),
    [workflow.notes],
  );
  const live = useMemo(() => (own === undefined ? null : withGroups(own, look)), [own, look]);
  const problems = useMemo(() => withGroupProblems(told, look), [told, look]);
  const selected = useMemo(() => new Set(selection ?? []), [selection]);
  const picture = useMemo<FarScene>(
    () => ({ drawing: look, laid, frames, notes, live, selected, problems, matched, diff }),
    [look, laid, frames, notes, live, selected, problems, matched, diff],
  );
  const scene = useMemo<FarScene>(() => ({ ...picture, drawing }), [picture, drawing]);
  return { scene, picture };
}

function drawnNext(before: Drawn | null, workflow: Workflow, catalog: readonly Manifest[]): Drawn {
  const manifests = new Map(catalog.map((m) => [`${m.type}@${m.version}`, m]));
  const next = before?.catalog === catalog ? changedDrawing(before, workflow, manifests) : null;
  if (before !== null && next !== null)
    return { ...before, workflow, drawing: next.drawing, look: next.sameLook ? before.look : next.drawing };
  const drawing = drawingOf(workflow, catalog);
  const places = placesOf(drawing);
  const laid = before !== null && (before.places ?? placesOf(before.drawing)) === places ? before.laid : layThreads(drawing);
  return { workflow, catalog, drawing, laid, frames: framesOf(workflow, drawing), look: drawing, places };
}

function placesOf(drawing: Drawing): string {
  const parts: string[] = [drawing.direction];
  for (const { id, rect, ports } of drawing.boxes.values())
    parts.push(`${id},${rect.x},${rect.y},${rect.width},${rect.height},${ports.join('/')}`);
  for (const edge of drawing.edges) parts.push(`${edge.from}:${edge.port}:${edge.to}`);
  return parts.join('\n');
}
