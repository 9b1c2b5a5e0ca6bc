import type { Row } from '../row.ts';
import type { RunState } from '../state.ts';
import type { Vector } from '../vector.ts';

type Part = { readonly slots: unknown[] };

/**
 * How many cells the later state does not share with the earlier one: every slot of every part that is new, every field of
 * every row and of every small record that is new.
 */
export function copiedCells(before: RunState, after: RunState): number {
  const old = new Set<unknown>();
  collect(before.rows, (value) => old.add(value));
  for (const known of [before, before.run, before.sums, before.sums.byStatus, before.lengths.root, before.rows]) old.add(known);
  let cells = 0;
  const count = (value: unknown, size: number) => {
    if (!old.has(value)) cells += size;
  };
  collect(after.rows, (value) => count(value, sizeOf(value)));
  count(after, Object.keys(after).length);
  count(after.run, Object.keys(after.run).length);
  count(after.sums, Object.keys(after.sums).length);
  count(after.sums.byStatus, after.sums.byStatus.length);
  count(after.rows, 3);
  count(after.lengths.root, after.lengths.root.slots.length);
  return cells;
}

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'slots' in value
    ? (value as Part).slots.length
    : Object.keys(value as object).length;

/** Every object that a vector of rows is made of, each once. */
function collect(rows: Vector<Row>, visit: (value: unknown) => void): void {
  const seen = new Set<unknown>();
  const once = (value: unknown): boolean => {
    if (seen.has(value)) return false;
    seen.add(value);
    visit(value);
    return true;
  };
  const walk = (vector: Vector<Row>): void => {
    const parts = (part: Part, level: number): void => {
      if (!once(part)) return;
      for (const slot of part.slots) {
        if (level > 0) parts(slot as Part, level - 5);
        else rowOf(slot as Row);
      }
    };
    parts(vector.root, vector.shift);
  };
  const rowOf = (row: Row): void => {
    if (!once(row)) return;
    once(row.need);
    if (row.copies === null) return;
    once(row.copies);
    once(row.copies.sums);
    once(row.copies.rows);
    walk(row.copies.rows);
  };
  walk(rows);
}
