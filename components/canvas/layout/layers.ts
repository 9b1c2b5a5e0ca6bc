import type { IndexedGraph } from './graph.ts';

/** Above this, long edges get no places of their own: the drawing would be read as a texture anyway, and memory counts. */
const mostPlaces = 60_000;

/** Layers of one part. A cell is a node (`cell < count`) or a place that a long edge keeps free on its way. */
export interface Layers {
  /** Cells of each rank, in drawing order. */
  rows: number[][];
  /** Neighbours one rank up and one rank down, by cell. */
  up: number[][];
  down: number[][];
  count: number;
}

/** Puts the members on their ranks and cuts edges that pass several ranks into steps of one. */
export function layersOf(graph: IndexedGraph, members: number[], rank: Int32Array): Layers {
  let first = Infinity;
  let last = -Infinity;
  for (const m of members) {
    first = Math.min(first, rank[m] ?? 0);
    last = Math.max(last, rank[m] ?? 0);
  }
  const rows: number[][] = Array.from({ length: last - first + 1 }, () => []);
  const up: number[][] = [];
  const down: number[][] = [];
  for (const m of members) {
    rows[(rank[m] ?? 0) - first]?.push(m);
    up[m] = [];
    down[m] = [];
  }
  let next = graph.count;
  for (const a of members)
    for (const b of graph.out[a] ?? []) {
      const from = (rank[a] ?? 0) - first;
      const to = (rank[b] ?? 0) - first;
      let previous = a;
      if (next - graph.count < mostPlaces)
        for (let r = from + 1; r < to; r++) {
          const place = next++;
          up[place] = [previous];
          down[place] = [];
          down[previous]?.push(place);
          rows[r]?.push(place);
          previous = place;
        }
      down[previous]?.push(b);
      up[b]?.push(previous);
    }
  return { rows, up, down, count: graph.count };
}
