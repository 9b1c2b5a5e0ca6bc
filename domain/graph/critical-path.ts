import type { Graph } from './graph.ts';
import { topologicalOrder } from './topological-order.ts';

/** The longest chain by time, and how long it takes. */
export interface CriticalPath {
  readonly path: string[];
  readonly totalMs: number;
}

/**
 * The chain of nodes that decides when everything is done, each node taking `durationMs(id)`. Among equally long chains
 * the one whose nodes come first in topological order. Empty for an empty graph, null for a cyclic one.
 */
export function criticalPath(graph: Graph, durationMs: (id: string) => number): CriticalPath | null {
  const sorted = topologicalOrder(graph);
  if (sorted === null) return null;
  const size = graph.ids.length;
  const endMs = new Float64Array(size);
  const before = new Int32Array(size).fill(-1);
  const rank = new Int32Array(size);
  sorted.order.forEach((node, at) => (rank[node] = at));
  let last = -1;
  for (const node of sorted.order) {
    for (let at = graph.up.offsets[node]!; at < graph.up.offsets[node + 1]!; at++) {
      const source = graph.up.targets[at]!;
      const known = before[node]!;
      if (known < 0 || endMs[source]! > endMs[known]! || (endMs[source] === endMs[known] && rank[source]! < rank[known]!))
        before[node] = source;
    }
    endMs[node] = Math.max(0, durationMs(graph.ids[node]!)) + (before[node]! < 0 ? 0 : endMs[before[node]!]!);
    if (last < 0 || endMs[node]! > endMs[last]!) last = node;
  }
  const path: string[] = [];
  for (let node = last; node >= 0; node = before[node]!) path.push(graph.ids[node]!);
  return { path: path.reverse(), totalMs: last < 0 ? 0 : endMs[last]! };
}
