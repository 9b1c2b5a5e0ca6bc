/** A drawing to lay out: sizes in px, edges by id. Ids that do not exist and edges to oneself are ignored. */
export interface LayoutGraph {
  /** `beside`: px that names of its ports take at its right, in a drawing from left to right. */
  nodes: { id: string; width: number; height: number; beside?: number }[];
  edges: { from: string; to: string }[];
  direction: 'LR' | 'TB';
  /** Open groups, outermost first: what lies in one is kept together, and nothing else stands inside its frame. `members` are nodes at any depth. */
  groups?: { id: string; members: readonly string[]; height: number }[];
}

/** The same with integer ids, without what cannot be laid out, and without edges that close a cycle. */
export interface IndexedGraph {
  count: number;
  out: number[][];
  in: number[][];
}

/** Numbers the nodes in their order and drops one edge of every cycle, found by depth-first search from the sources. */
export function indexGraph(graph: LayoutGraph): IndexedGraph {
  const count = graph.nodes.length;
  const number = new Map(graph.nodes.map((node, i) => [node.id, i]));
  const out: number[][] = Array.from({ length: count }, () => []);
  const seen = new Set<number>();
  for (const edge of graph.edges) {
    const a = number.get(edge.from);
    const b = number.get(edge.to);
    if (a === undefined || b === undefined || a === b || seen.has(a * count + b)) continue;
    seen.add(a * count + b);
    out[a]?.push(b);
  }
  const mark = new Uint8Array(count); // 1: on the path, 2: done
  const incoming = new Uint32Array(count);
  for (const list of out) for (const b of list) incoming[b] = (incoming[b] ?? 0) + 1;
  const starts = [...Array(count).keys()].sort((a, b) => Math.sign(incoming[a] ?? 0) - Math.sign(incoming[b] ?? 0) || a - b);
  for (const start of starts) {
    if (mark[start] !== 0) continue;
    const stack: [number, number][] = [[start, 0]];
    mark[start] = 1;
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as [number, number];
      const list = out[top[0]] as number[];
      if (top[1] >= list.length) {
        mark[top[0]] = 2;
        stack.pop();
        continue;
      }
      const next = list[top[1]] as number;
      if (mark[next] === 1) list.splice(top[1], 1);
      else {
        top[1]++;
        if (mark[next] === 0) {
          mark[next] = 1;
          stack.push([next, 0]);
        }
      }
    }
  }
  const into: number[][] = Array.from({ length: count }, () => []);
  out.forEach((list, a) => list.forEach((b) => into[b]?.push(a)));
  return { count, out, in: into };
}
