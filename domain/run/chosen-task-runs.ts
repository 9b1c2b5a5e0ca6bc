import type { Adjacency } from '#domain/graph/graph.ts';
import { reachable } from '#domain/graph/reachable.ts';
import type { Draft } from './draft.ts';
import type { TaskRunRef } from './events.ts';
import { findTaskRun } from './find-task-run.ts';
import { refuse } from './transition-of.ts';

/** A set of task runs by task, each with its indices (-1 = not a copy). */
export type Chosen = Map<number, Set<number>>;

/** The task runs that an act names; a mapped task without an index stands for all its copies. Or why one is not there. */
export function chosenTaskRuns(draft: Draft, refs: readonly TaskRunRef[]): Chosen | string {
  const chosen: Chosen = new Map();
  if (refs.length === 0) return refuse('act.nothing', 'The act names no task.');
  for (const ref of refs) {
    const task = draft.plan.indexOf.get(ref.task);
    if (task !== undefined && ref.index === undefined) {
      addAll(draft, chosen, task);
      continue;
    }
    const found = findTaskRun(draft, ref);
    if (typeof found === 'string') return found;
    add(chosen, found.task, found.index);
  }
  return chosen;
}

/**
 * Everything upstream (`up`) or downstream (`down`) of a chosen set at any distance. Inside a mapped group chosen copies
 * reach the copies of their own index.
 */
export function reachedTaskRuns(draft: Draft, steps: Adjacency, from: Chosen): Chosen {
  const { plan } = draft;
  const reached: Chosen = new Map();
  for (const [task, indices] of from) {
    const scope = plan.tasks[task]!.scope;
    const marks = reachable(steps, [task]);
    for (let node = 0; node < marks.length; node++) {
      if (marks[node] === 0) continue;
      if (scope >= 0 && plan.tasks[node]!.scope === scope && draft.expanded(node) && !indices.has(-1))
        for (const index of indices) add(reached, node, index);
      else addAll(draft, reached, node);
    }
  }
  return reached;
}

/** Puts two sets together. */
export function joinTaskRuns(into: Chosen, other: Chosen): void {
  for (const [task, indices] of other) for (const index of indices) add(into, task, index);
}

/** All of a set, by task then index. */
export function listTaskRuns(chosen: Chosen): { task: number; index: number }[] {
  return [...chosen]
    .sort(([a], [b]) => a - b)
    .flatMap(([task, indices]) => [...indices].sort((a, b) => a - b).map((index) => ({ task, index })));
}

function addAll(draft: Draft, chosen: Chosen, task: number): void {
  if (!draft.expanded(task)) add(chosen, task, -1);
  else for (let index = 0; index < draft.copies(task).rows.size; index++) add(chosen, task, index);
}

function add(chosen: Chosen, task: number, index: number): void {
  const indices = chosen.get(task);
  if (indices === undefined) chosen.set(task, new Set([index]));
  else indices.add(index);
}
