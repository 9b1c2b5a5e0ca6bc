import type { Node } from '@xyflow/react';
import type { DiffMark } from '../project/diff-marks.ts';
import type { Direction } from '../geometry/direction.ts';

/** What a box shows of its task; flat, so that an unchanged task keeps its node and is not drawn again. */
export interface TaskNodeData extends Record<string, unknown> {
  title: string;
  /** Design: what is wrong with it, else operator and its summary. */
  summary: string;
  /** Said aloud: `Python`. */
  operator: string;
  icon: string;
  direction: Direction;
  ports: readonly string[];
  /** Ports without an edge, of a branch. */
  free: readonly string[];
  disabled: boolean;
  /** `×24` or `×?`: a mapped task is a pile of cards. */
  mapped: string | null;
  problem: 'error' | 'warning' | null;
  problemText: string | null;
  changed: boolean;
  /** How it differs from what the drawing is compared with. */
  diff: DiffMark | null;
  /** Its output is pinned for tries. */
  pinned: boolean;
  /** Reached by Tab when nothing is selected. */
  first: boolean;
  /** Another box of the drawing matched a search and this one did not. */
  faint: boolean;
  /** Tasks inside, when the box stands for a collapsed group. */
  group: number | null;
}
/** React Flow's node of a task. */
export type TaskNode = Node<TaskNodeData, 'task'>;
/** React Flow's node of a note. */
export type NoteNode = Node<{ text: string }, 'note'>;
/** React Flow's node of an open group's frame. */
export type FrameNode = Node<
  /** `copies`: how many copies of the group there are, as a tag; null when it is not mapped. */
  { name: string; color: string | null; members: readonly string[]; height: number; copies: string | null },
  'frame'
>;
export type CanvasNode = TaskNode | NoteNode | FrameNode;
