import type { IndexedGraph } from './graph.ts';

/** Connected parts, each as its nodes in their order; the parts by their first node. */
export function componentsOf(graph: IndexedGraph): number[][] {
  const part = new Int32Array(graph.count).fill(-1);
  const parts: number[][] = [];
  for (let start = 0; start < graph.count; start++) {
    if (part[start] !== -1) continue;
    const members = [start];
    part[start] = parts.length;
    for (let head = 0; head < members.length; head++) {
      const a = members[head] as number;
      for (const list of [graph.out[a], graph.in[a]])
        for (const b of list ?? [])
          if (part[b] === -1) {
            part[b] = parts.length;
            members.push(b);
          }
    }
    parts.push(members.sort((a, b) => a - b));
  }
  return parts;
}
