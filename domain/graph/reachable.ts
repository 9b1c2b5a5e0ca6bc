import type { Adjacency } from './graph.ts';

/**
 * Everything that can be reached from `starts` in one or more steps, as a mark per node (1 = reached). With `down` these
 * are the descendants, with `up` the ancestors. A start is marked only when an edge leads back to it. O(edges touched).
 * @param keep when given, the walk does not enter a node for which it gives false
 */
export function reachable(steps: Adjacency, starts: Iterable<number>, keep?: (node: number) => boolean): Uint8Array {
  const { offsets, targets } = steps;
  const reached = new Uint8Array(offsets.length - 1);
  const stack = [...starts];
  while (stack.length > 0) {
    const node = stack.pop()!;
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const target = targets[at]!;
      if (reached[target] === 1 || (keep !== undefined && !keep(target))) continue;
      reached[target] = 1;
      stack.push(target);
    }
  }
  return reached;
}
