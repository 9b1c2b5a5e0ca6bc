import type { Edge } from '#domain/definition/schema/workflow.ts';

/**
 * Why tasks cannot be the end of a wire from this port, by id: one search against the arrows when the wire begins, not one a move.
 * The sentences stand in the second line of the box.
 */
export function impossibleTargets(edges: readonly Edge[], from: string, port: string): Map<string, string> {
  const into = new Map<string, string[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
  const reasons = new Map<string, string>();
  const queue = [from];
  for (let head = 0; head < queue.length; head++)
    for (const before of into.get(queue[head] as string) ?? [])
      if (before !== from && !reasons.has(before)) {
        reasons.set(before, 'would make a cycle');
        queue.push(before);
      }
  for (const edge of edges) if (edge.from === from && edge.port === port) reasons.set(edge.to, 'already connected');
  return reasons;
}
