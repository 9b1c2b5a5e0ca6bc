import type { Layers } from './layers.ts';

const sweeps = 6;
/** How much of the cross axis a passing edge keeps free, px. */
const placeExtent = 12;

/**
 * Centre of every cell on the cross axis, px. Each row wants to stand at the mean of its neighbours and keeps its order and its distances:
 * the nearest such places (least squares) are found in one pass by pooling what collides.
 */
export function placeLayers(layers: Layers, extent: (node: number) => number, gap: number): Map<number, number> {
  const { rows, up, down, count } = layers;
  const size = (cell: number): number => (cell < count ? extent(cell) : placeExtent);
  const centre = new Map<number, number>();
  for (const row of rows) {
    let cursor = 0;
    for (const cell of row) {
      centre.set(cell, cursor + size(cell) / 2);
      cursor += size(cell) + gap;
    }
    const half = (cursor - gap) / 2;
    for (const cell of row) centre.set(cell, (centre.get(cell) ?? 0) - half);
  }
  const settle = (row: number[], neighbours: number[][][]): void => {
    const wanted = row.map((cell) => {
      let sum = 0;
      let weight = 0;
      for (const side of neighbours)
        for (const n of side[cell] ?? []) {
          // A passing edge wants to be straight more than a box wants to be in the middle.
          const w = cell >= count && n >= count ? 8 : cell >= count || n >= count ? 2 : 1;
          sum += w * (centre.get(n) ?? 0);
          weight += w;
        }
      return weight === 0 ? (centre.get(cell) ?? 0) : sum / weight;
    });
    let offset = 0;
    const offsets = row.map((cell, i) => {
      if (i > 0) offset += size(row[i - 1] as number) / 2 + gap + size(cell) / 2;
      return offset;
    });
    const blocks: { sum: number; length: number }[] = [];
    wanted.forEach((want, i) => {
      blocks.push({ sum: want - (offsets[i] ?? 0), length: 1 });
      while (blocks.length > 1) {
        const b = blocks[blocks.length - 1] as { sum: number; length: number };
        const a = blocks[blocks.length - 2] as { sum: number; length: number };
        if (a.sum / a.length <= b.sum / b.length) break;
        blocks.pop();
        a.sum += b.sum;
        a.length += b.length;
      }
    });
    let i = 0;
    for (const block of blocks)
      for (let k = 0; k < block.length; k++, i++) centre.set(row[i] as number, block.sum / block.length + (offsets[i] ?? 0));
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let r = 1; r < rows.length; r++) settle(rows[r] as number[], [up]);
    for (let r = rows.length - 2; r >= 0; r--) settle(rows[r] as number[], [down]);
  }
  for (let r = 0; r < rows.length; r++) settle(rows[r] as number[], [up, down]);
  return centre;
}
