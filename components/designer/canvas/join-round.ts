import type { Edge } from '#domain/definition/schema/workflow.ts';
import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';

/**
 * Edges that join what stood before the tasks that are removed with what stood after them, also through several of them in a row. What is
 * joined already is not joined twice.
 */
export function joinRound(edges: readonly Edge[], removed: ReadonlySet<string>): EdgeRef[] {
  const out = new Map<string, string[]>();
  for (const edge of edges) {
    const list = out.get(edge.from);
    if (list === undefined) out.set(edge.from, [edge.to]);
    else list.push(edge.to);
  }
  const there = new Set(edges.map((edge) => `${edge.from}:${edge.port}:${edge.to}`));
  const made: EdgeRef[] = [];
  for (const edge of edges) {
    if (removed.has(edge.from) || !removed.has(edge.to)) continue;
    const seen = new Set([edge.to]);
    const queue = [edge.to];
    for (let head = 0; head < queue.length; head++)
      for (const next of out.get(queue[head] as string) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        if (removed.has(next)) queue.push(next);
        else if (!there.has(`${edge.from}:${edge.port}:${next}`)) {
          there.add(`${edge.from}:${edge.port}:${next}`);
          made.push({ from: edge.from, port: edge.port, to: next });
        }
      }
  }
  return made;
}
