/** How one part of a drawing differs from what it is compared with. */
export type DiffMark = 'added' | 'removed' | 'changed';

/** Differences by the id of a task, and by the `edgeKey` of an edge. What is the same is not in it. */
export interface DiffMarks {
  tasks: ReadonlyMap<string, DiffMark>;
  edges: ReadonlyMap<string, DiffMark>;
}
