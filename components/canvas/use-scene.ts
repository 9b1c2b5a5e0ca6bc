import { useMemo, useRef } from 'react';
import type { CanvasProps } from './canvas-surface.tsx';
import type { FarScene } from './far/far-scene.ts';
import { withGroups } from './live/with-groups.ts';
import { drawingOf, type Drawing } from './project/drawing.ts';
import { framesOf } from './project/frames.ts';
import { layThreads, type Laid } from './project/lay-threads.ts';
import { withGroupProblems, type ProblemMark } from './project/problem-mark.ts';
import { noteRect } from './project/note-rect.ts';

const noProblems: ReadonlyMap<string, ProblemMark> = new Map();

/** The workflow as the painters want it; each part is made anew only when what it rests on has changed. */
export function useScene(props: CanvasProps): FarScene {
  const { workflow, catalog, selection, problems: told = noProblems, matched = null, diff = null, live: own } = props;
  const drawing = useMemo(() => drawingOf(workflow, catalog), [workflow, catalog]);
  const laidBefore = useRef<{ key: string; laid: Map<string, Laid> } | null>(null);
  const laid = useMemo(() => {
    // A keystroke in a form makes a new drawing with the same places: its threads lie as before.
    const key = placesOf(drawing);
    if (laidBefore.current?.key !== key) laidBefore.current = { key, laid: layThreads(drawing) };
    return laidBefore.current.laid;
  }, [drawing]);
  const frames = useMemo(() => framesOf(workflow, drawing), [workflow, drawing]);
  const notes = useMemo(
    () => (workflow.notes ?? []).map((note) => ({ id: note.id, text: note.text, rect: noteRect(note) })),
    [workflow.notes],
  );
  const live = useMemo(() => (own === undefined ? null : withGroups(own, drawing)), [own, drawing]);
  const problems = useMemo(() => withGroupProblems(told, drawing), [told, drawing]);
  const selected = useMemo(() => new Set(selection ?? []), [selection]);
  return useMemo<FarScene>(
    () => ({ drawing, laid, frames, notes, live, selected, problems, matched, diff }),
    [drawing, laid, frames, notes, live, selected, problems, matched, diff],
  );
}

function placesOf(drawing: Drawing): string {
  const parts: string[] = [drawing.direction];
  for (const { id, rect, ports } of drawing.boxes.values())
    parts.push(`${id},${rect.x},${rect.y},${rect.width},${rect.height},${ports.join('/')}`);
  for (const edge of drawing.edges) parts.push(`${edge.from}:${edge.port}:${edge.to}`);
  return parts.join('\n');
}
