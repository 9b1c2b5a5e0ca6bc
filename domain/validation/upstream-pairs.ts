import { reachBlocks } from '#domain/graph/reach-blocks.ts';
import type { Context } from './context.ts';

/** A question: does `target` come before `reader` in every run? Nodes of the context's graph. */
export interface UpstreamPair {
  reader: number;
  target: number;
}

/** Answers many such questions in one walk over the graph; the result holds those pairs whose target is not upstream. */
export function notUpstream<T extends UpstreamPair>({ graph, order }: Context, pairs: readonly T[]): T[] {
  if (order === null) return [];
  const { offsets, targets } = graph.up;
  const isDirect = ({ reader, target }: UpstreamPair): boolean => {
    for (let at = offsets[reader] ?? 0; at < (offsets[reader + 1] ?? 0); at++) if (targets[at] === target) return true;
    return false;
  };
  const open = pairs.filter((pair) => !isDirect(pair));
  if (open.length === 0) return [];
  const missing: T[] = [];
  reachBlocks(graph.up, order, (first, words, marks) => {
    for (const pair of open) {
      const column = pair.target - first;
      if (column < 0 || column >= words * 32) continue;
      if (((marks[pair.reader * words + (column >>> 5)] ?? 0) & (1 << (column & 31))) === 0) missing.push(pair);
    }
  });
  return missing;
}
