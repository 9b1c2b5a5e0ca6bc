import { Position } from '@xyflow/react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import type { CanvasNode, FrameNode, NoteNode, TaskNode, TaskNodeData } from '../nodes/task-node.ts';
import { copiesWord } from './copies-word.ts';
import type { Box, Drawing } from './drawing.ts';
import type { DiffMarks } from './diff-marks.ts';
import { diffOf } from './diff-of.ts';
import { groupCss } from './group-color.ts';
import type { Frame } from './frames.ts';
import { noteRect } from './note-rect.ts';
import type { ProblemMark } from './problem-mark.ts';
import { taskSummary } from './task-summary.ts';

/** What the boxes say besides the document. */
export interface NodeMarks {
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, ProblemMark>;
  changed: ReadonlySet<string>;
  diff: DiffMarks | null;
  /** Tasks whose output is pinned for tries. */
  pinned: ReadonlySet<string>;
  /** When given, everything else is drawn faint. */
  matched: ReadonlySet<string> | null;
}
type Cache = Map<string, CanvasNode>;

const quiet = { 'aria-roledescription': undefined } as const;

/**
 * React Flow's nodes of a drawing. What did not change keeps its object (`cache`), so React Flow and React leave it alone. `seen`: only these
 * boxes are wanted (null: all); frames and notes are few and always there.
 */
export function projectNodes(
  workflow: Workflow,
  drawing: Drawing,
  catalog: ReadonlyMap<string, Manifest>,
  frames: readonly Frame[],
  marks: NodeMarks,
  cache: Cache,
  seen: ReadonlySet<string> | null = null,
): CanvasNode[] {
  const usedPorts = new Map<string, Set<string>>();
  for (const edge of drawing.edges) {
    const set = usedPorts.get(edge.from) ?? new Set();
    set.add(edge.port);
    usedPorts.set(edge.from, set);
  }
  const next: Cache = new Map();
  const result: CanvasNode[] = [];
  const keep = <N extends CanvasNode>(node: N): void => {
    const before = cache.get(node.id);
    const kept = before !== undefined && sameNode(before, node) ? before : node;
    next.set(node.id, kept);
    result.push(kept);
  };
  const maps = new Map((workflow.groups ?? []).map(({ id, map }) => [id, map]));
  for (const frame of frames) keep(frameNode(frame, copiesWord(maps.get(frame.group)), marks.selected));
  let first = marks.selected.size === 0;
  for (const box of drawing.boxes.values()) {
    if (seen !== null && !seen.has(box.id)) continue;
    keep(
      taskNode(
        box,
        drawing,
        catalog,
        marks,
        copiesWord(box.task === null ? maps.get(box.id) : box.task.map),
        usedPorts.get(box.id),
        first,
      ),
    );
    first = false;
  }
  for (const note of workflow.notes ?? []) {
    const { x, y, width, height } = noteRect(note);
    keep({
      id: `note:${note.id}`,
      type: 'note',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      data: { text: note.text },
      selected: marks.selected.has(`note:${note.id}`),
      focusable: false,
      connectable: false,
      domAttributes: quiet,
    } satisfies NoteNode);
  }
  cache.clear();
  for (const [id, node] of next) cache.set(id, node);
  return result;
}

function taskNode(
  box: Box,
  drawing: Drawing,
  catalog: ReadonlyMap<string, Manifest>,
  marks: NodeMarks,
  mapped: string | null,
  used: ReadonlySet<string> | undefined,
  first: boolean,
): TaskNode {
  const { direction } = drawing;
  const { task, rect } = box;
  const manifest = task === null ? undefined : catalog.get(task.operator);
  const problem = marks.problems.get(box.id) ?? null;
  const data: TaskNodeData = {
    title: box.title,
    summary:
      task === null
        ? `${box.members.length} tasks`
        : ((problem?.level === 'error' ? problem.lines[0]?.text : null) ?? taskSummary(manifest, task.config)),
    operator: manifest?.title ?? task?.operator ?? 'Group',
    icon: task === null ? 'layers' : (manifest?.icon ?? 'box'),
    direction,
    ports: box.ports,
    free: box.ports.length > 1 ? box.ports.filter((port) => used?.has(port) !== true) : [],
    disabled: task?.disabled ?? false,
    mapped,
    problem: problem?.level ?? null,
    problemText: problem?.text ?? null,
    changed: marks.changed.has(box.id),
    diff: diffOf(box, marks.diff),
    pinned: marks.pinned.has(box.id),
    first,
    faint: marks.matched !== null && !marks.matched.has(box.id),
    group: task === null ? box.members.length : null,
  };
  const into = inputPoint(rect, direction);
  const disc = (p: { x: number; y: number }) => ({ x: p.x - 4, y: p.y - 4, width: 8, height: 8 });
  return {
    id: box.id,
    type: 'task',
    position: { x: rect.x, y: rect.y },
    width: rect.width,
    height: rect.height,
    measured: { width: rect.width, height: rect.height },
    data,
    selected: marks.selected.has(box.id),
    focusable: false,
    handles: [
      { type: 'target', position: direction === 'TB' ? Position.Top : Position.Left, ...disc(into) },
      ...box.ports.map((port, i) => ({
        id: port,
        type: 'source' as const,
        position: direction === 'TB' ? Position.Bottom : Position.Right,
        ...disc(outputPoint(rect, direction, i, box.ports.length)),
      })),
    ],
    domAttributes: quiet,
  };
}

function frameNode(frame: Frame, copies: string | null, selected: ReadonlySet<string>): FrameNode {
  const { x, y, width, height } = frame.rect;
  const id = `frame:${frame.group}`;
  return {
    id,
    type: 'frame',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    data: { name: frame.name, color: groupCss(frame.color), members: frame.members, height: frame.height, copies },
    selected: selected.has(id),
    zIndex: -1 - frame.height,
    dragHandle: '.cv-frame-head',
    focusable: false,
    connectable: false,
    domAttributes: quiet,
  };
}

function sameNode(a: CanvasNode, b: CanvasNode): boolean {
  if (
    a.selected !== b.selected ||
    a.position.x !== b.position.x ||
    a.position.y !== b.position.y ||
    a.width !== b.width ||
    a.height !== b.height
  )
    return false;
  const x = a.data as Record<string, unknown>;
  const y = b.data as Record<string, unknown>;
  return Object.keys(y).every((key) => sameValue(x[key], y[key]));
}
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => v === b[i]);
}
