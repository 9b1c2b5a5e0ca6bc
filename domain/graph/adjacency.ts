import type { Adjacency } from './graph.ts';

/**
 * Packs pairs of integers into an adjacency: for each `from` its distinct `to`, ascending. Two counting sorts, so it
 * costs a few passes over the pairs and no comparison.
 * @param size number of nodes; every `from` is below it
 * @param from,to the pairs, in any order, repeats allowed
 * @param targets number of nodes on the other side, when it differs
 */
export function adjacency(size: number, from: ArrayLike<number>, to: ArrayLike<number>, targets = size): Adjacency {
  const pairs = from.length;
  const byTo = countingSort(targets, to, null, pairs);
  const order = countingSort(size, from, byTo, pairs);
  const offsets = new Int32Array(size + 1);
  const packed = new Int32Array(pairs);
  let written = 0;
  let node = 0;
  for (const pair of order) {
    const source = from[pair]!;
    while (node < source) offsets[++node] = written;
    const target = to[pair]!;
    if (written > offsets[node]! && packed[written - 1] === target) continue;
    packed[written++] = target;
  }
  while (node < size) offsets[++node] = written;
  return { offsets, targets: packed.subarray(0, written) };
}

/** Indices of the pairs, stably sorted by key, taken in the order `first` when given. */
function countingSort(size: number, key: ArrayLike<number>, first: Int32Array | null, pairs: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < pairs; i++) starts[key[i]! + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const order = new Int32Array(pairs);
  for (let i = 0; i < pairs; i++) {
    const pair = first === null ? i : first[i]!;
    order[starts[key[pair]!]!++] = pair;
  }
  return order;
}
