import type { Graph } from './graph.ts';

/** One cycle as ids in the order of its edges, without repeating the first (`[a, b]` for a → b → a); null when there is none. */
export function findCycle(graph: Graph): string[] | null {
  const size = graph.ids.length;
  const { offsets, targets } = graph.down;
  /** 0 unseen, 1 on the path, 2 done. */
  const seen = new Uint8Array(size);
  const next = offsets.slice(0, size);
  for (let start = 0; start < size; start++) {
    if (seen[start] !== 0) continue;
    const path = [start];
    seen[start] = 1;
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (next[node]! === offsets[node + 1]!) {
        seen[node] = 2;
        path.pop();
        continue;
      }
      const target = targets[next[node]!++]!;
      if (seen[target] === 1) return path.slice(path.indexOf(target)).map((at) => graph.ids[at]!);
      if (seen[target] === 2) continue;
      seen[target] = 1;
      path.push(target);
    }
  }
  return null;
}
