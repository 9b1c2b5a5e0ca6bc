import type { Layers } from './layers.ts';

const sweeps = 8;

/** Sorts each row by the barycentre of its neighbours, down and up by turns (Sugiyama), which takes most crossings away. Keeps the best sweep. */
export function orderLayers(layers: Layers): void {
  const { rows, up, down } = layers;
  const at: number[] = [];
  const number = (): void => rows.forEach((row) => row.forEach((cell, i) => (at[cell] = i)));
  number();
  let best = crossings(layers, at);
  let kept = rows.map((row) => [...row]);
  for (let sweep = 0; sweep < sweeps && best > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const neighbours = forward ? up : down;
    for (let k = 1; k < rows.length; k++) {
      const row = rows[forward ? k : rows.length - 1 - k] as number[];
      const weight = new Map<number, number>();
      row.forEach((cell, i) => {
        const list = neighbours[cell] ?? [];
        let sum = 0;
        for (const n of list) sum += at[n] ?? 0;
        weight.set(cell, list.length === 0 ? i : sum / list.length);
      });
      row.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0) || (at[a] ?? 0) - (at[b] ?? 0));
      row.forEach((cell, i) => (at[cell] = i));
    }
    const now = crossings(layers, at);
    if (now < best) {
      best = now;
      kept = rows.map((row) => [...row]);
    }
  }
  kept.forEach((row, i) => (rows[i] = row));
}

/** Number of crossings between neighbouring rows, by counting inversions with a Fenwick tree: O(edges · log width). */
function crossings({ rows, down }: Layers, at: number[]): number {
  let total = 0;
  for (let r = 0; r + 1 < rows.length; r++) {
    const width = (rows[r + 1] as number[]).length;
    const tree = new Uint32Array(width + 1);
    let seen = 0;
    for (const cell of rows[r] as number[]) {
      const ends = (down[cell] ?? []).map((n) => at[n] ?? 0).sort((a, b) => a - b);
      for (const end of ends) {
        let before = 0;
        for (let i = end + 1; i > 0; i -= i & -i) before += tree[i] ?? 0;
        total += seen - before;
      }
      for (const end of ends) {
        for (let i = end + 1; i <= width; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
        seen++;
      }
    }
  }
  return total;
}
