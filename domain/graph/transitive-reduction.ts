import type { Graph } from './graph.ts';
import { reachBlocks } from './reach-blocks.ts';
import { topologicalOrder } from './topological-order.ts';

/**
 * The edges that say something: those without which a node would no longer be reached. An edge a → c is left out when a
 * longer path leads from a to c. Edges come as pairs of ids, in the order of the graph. Gives null for a cyclic graph.
 */
export function transitiveReduction(graph: Graph): [from: string, to: string][] | null {
  const sorted = topologicalOrder(graph);
  if (sorted === null) return null;
  const { offsets, targets } = graph.down;
  const spare = new Uint8Array(targets.length);
  reachBlocks(graph.down, sorted.order.slice().reverse(), (first, words, marks) => {
    for (let node = 0; node < graph.ids.length; node++) {
      const start = offsets[node]!;
      const end = offsets[node + 1]!;
      if (end - start < 2) continue;
      for (let at = start; at < end; at++) {
        const column = targets[at]! - first;
        if (column < 0 || column >= words * 32) continue;
        for (let via = start; via < end && spare[at] === 0; via++)
          if (via !== at && (marks[targets[via]! * words + (column >>> 5)]! & (1 << (column & 31))) !== 0) spare[at] = 1;
      }
    }
  });
  const edges: [string, string][] = [];
  for (let node = 0; node < graph.ids.length; node++)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
      if (spare[at] === 0) edges.push([graph.ids[node]!, graph.ids[targets[at]!]!]);
  return edges;
}
