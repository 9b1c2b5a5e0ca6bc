import { adjacency } from './adjacency.ts';
import type { Graph } from './graph.ts';

/**
 * The graph of named nodes and edges. An edge with an unknown end is left out (validation names it), a repeated edge or
 * a second port between the same two nodes counts once; a loop stays, so that it is found as a cycle.
 */
export function buildGraph(ids: readonly string[], edges: Iterable<{ from: string; to: string }>): Graph {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const edge of edges) {
    const source = indexOf.get(edge.from);
    const target = indexOf.get(edge.to);
    if (source === undefined || target === undefined) continue;
    from.push(source);
    to.push(target);
  }
  return { ids, indexOf, down: adjacency(ids.length, from, to), up: adjacency(ids.length, to, from) };
}
