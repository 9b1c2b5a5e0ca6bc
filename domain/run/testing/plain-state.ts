import type { Plan } from '../plan.ts';
import type { Row } from '../row.ts';
import type { RunState } from '../state.ts';

type Plain = Omit<Row, 'copies'> & { copies: { rows: Plain[]; sums: object } | null };

/** A state without its vectors, to be compared deeply: every row with its counters, and all sums. */
export function plainState(plan: Plan, state: RunState): object {
  const plain = (row: Row): Plain => ({
    ...row,
    copies:
      row.copies === null
        ? null
        : {
            rows: Array.from({ length: row.copies.rows.size }, (_, index) => plain(row.copies!.rows.get(index))),
            sums: row.copies.sums,
          },
  });
  return {
    run: state.run,
    rows: plan.tasks.map((_, task) => plain(state.rows.get(task))),
    lengths: plan.scopes.map((_, scope) => state.lengths.get(scope)),
    sums: state.sums,
  };
}
