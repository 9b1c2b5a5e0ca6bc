import type { Regrouping } from './regrouping.ts';

/** An edge as a gesture names it. */
export interface EdgeRef {
  from: string;
  port: string;
  to: string;
}
/** What is selected, by id: tasks and collapsed groups, edges by `edgeKey`, notes by `note:<id>`, open groups by `frame:<id>`. */
export type Selection = readonly string[];

/** What a hand did on the canvas. One call is one undo step; the canvas itself changes no document. */
export interface CanvasGestures {
  /** Boxes were dragged to these places, px. A note's key is `note:<id>`. `regroup`: what lies in another group by it. */
  move(positions: Record<string, [number, number]>, regroup?: Regrouping | null): void;
  /** A wire was drawn from a port to a task. */
  connect(edge: EdgeRef): void;
  /** A task was dropped on an edge: it goes in between. */
  splice(edge: EdgeRef, task: string, at: [number, number]): void;
  /** An operator of the palette was dropped, on an edge or beside it. `at`: upper left corner of its box. */
  drop(operator: string, at: [number, number], onto: EdgeRef | null): void;
  /** A wire was released on empty cloth, or the cloth was double-clicked: what shall stand at `at` (upper left corner)? `screen`: px of the page. */
  ask(input: { at: [number, number]; screen: { x: number; y: number }; wire: { from: string; port: string } | null }): void;
  /** A gesture that cannot be, and why. */
  refuse(reason: string): void;
  /** Text of a note was edited in place. */
  editNote(id: string, text: string): void;
  /** A note was drawn to another size, px; `key`: one of several steps that are one undo step. */
  sizeNote(id: string, size: readonly [number, number], by: 'hand' | 'key'): void;
  /** The title of a group was edited in place. */
  renameGroup(id: string, name: string): void;
  /** A task or a group (`frame:<id>` when it is open) was given another name in place. */
  rename(id: string, name: string): void;
  /** A task shall stand in the middle of an edge: which? */
  insert(edge: EdgeRef, screen: { x: number; y: number }): void;
  /** Edges were thrown away. */
  cut(edges: readonly EdgeRef[]): void;
  /** The canvas was asked for what may be done with this (null: the cloth), at this point of the drawing. */
  menu(input: { id: string | null; at: { x: number; y: number }; screen: { x: number; y: number } }): void;
}

/** Type of the operator that a drag from the palette carries. */
export const operatorDrag = 'application/x-drawloom-operator';
