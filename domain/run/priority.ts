import type { Graph } from '#domain/graph/graph.ts';
import { reachBlocks } from '#domain/graph/reach-blocks.ts';

/** What a task says of its priority. */
export interface OwnPriority {
  weight: number;
  rule: 'downstream' | 'upstream' | 'absolute';
}

/**
 * Effective priorities: own weight, plus those of all descendants (`downstream`) or of all ancestors (`upstream`), each
 * counted once however many paths lead to it.
 * @param own by node
 * @param order nodes in topological order
 */
export function effectivePriorities(graph: Graph, order: ArrayLike<number>, own: readonly OwnPriority[]): Float64Array {
  const effective = Float64Array.from(own, (priority) => priority.weight);
  const forward = Array.from(order);
  for (const rule of ['downstream', 'upstream'] as const) {
    const asking = own.flatMap((priority, node) => (priority.rule === rule ? [node] : []));
    if (asking.length === 0) continue;
    const down = rule === 'downstream';
    reachBlocks(down ? graph.down : graph.up, down ? forward.slice().reverse() : forward, (first, words, marks, reaches) => {
      const end = Math.min(first + words * 32, own.length);
      const weights = own.slice(first, end).map((priority) => priority.weight);
      const whole = weights.every((weight) => weight === weights[0]);
      for (const node of asking) {
        if (reaches[node] === 0) continue;
        for (let word = 0; word < words; word++) {
          let marked = marks[node * words + word]!;
          if (marked === 0) continue;
          if (whole) effective[node]! += weights[0]! * bitCount(marked);
          else
            for (; marked !== 0; marked &= marked - 1)
              effective[node]! += weights[word * 32 + 31 - Math.clz32(marked & -marked)]!;
        }
      }
    });
  }
  return effective;
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
