import type { Graph } from './graph.ts';

/** Nodes so that every edge goes forward, and how deep each lies (longest path from a node without upstream). */
export interface TopologicalOrder {
  /** By depth, then by id (code units): the order in which the nodes were named does not matter. */
  readonly order: Int32Array;
  readonly depth: Int32Array;
}

/** Sorts by Kahn's rule. Gives null when the graph has a cycle; `findCycle` then names one. */
export function topologicalOrder(graph: Graph): TopologicalOrder | null {
  const size = graph.ids.length;
  const open = new Int32Array(size);
  const depth = new Int32Array(size);
  let level: number[] = [];
  for (let node = 0; node < size; node++) {
    open[node] = graph.up.offsets[node + 1]! - graph.up.offsets[node]!;
    if (open[node] === 0) level.push(node);
  }
  const order = new Int32Array(size);
  const { offsets, targets } = graph.down;
  let written = 0;
  for (let reached = 0; level.length > 0; reached++) {
    level.sort((a, b) => (graph.ids[a]! < graph.ids[b]! ? -1 : 1));
    const next: number[] = [];
    for (const node of level) {
      order[written++] = node;
      depth[node] = reached;
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
        const target = targets[at]!;
        if (--open[target]! === 0) next.push(target);
      }
    }
    level = next;
  }
  return written === size ? { order, depth } : null;
}
