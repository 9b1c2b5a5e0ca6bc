import type { IndexedGraph } from './graph.ts';

/** Rank of every node: the longest path from a source; then a source with later children moves next to them, so that edges stay short. */
export function ranksOf(graph: IndexedGraph): Int32Array {
  const rank = new Int32Array(graph.count);
  const open = Int32Array.from(graph.in, (list) => list.length);
  const queue: number[] = [];
  for (let i = 0; i < graph.count; i++) if (open[i] === 0) queue.push(i);
  for (let head = 0; head < queue.length; head++) {
    const a = queue[head] as number;
    for (const b of graph.out[a] ?? []) {
      rank[b] = Math.max(rank[b] ?? 0, (rank[a] ?? 0) + 1);
      open[b] = (open[b] ?? 0) - 1;
      if (open[b] === 0) queue.push(b);
    }
  }
  for (let i = 0; i < graph.count; i++) {
    const children = graph.out[i] ?? [];
    if ((graph.in[i] ?? []).length > 0 || children.length === 0) continue;
    let nearest = Infinity;
    for (const b of children) nearest = Math.min(nearest, rank[b] ?? 0);
    rank[i] = nearest - 1;
  }
  return rank;
}
