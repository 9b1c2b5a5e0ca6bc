import type { Draft } from './draft.ts';
import type { Row } from './row.ts';

/** Every task run, by task then index; of an expanded task its copies. For acts that concern all of them, never per event. */
export function eachRow(draft: Draft, visit: (task: number, index: number, row: Row) => void): void {
  for (let task = 0; task < draft.plan.tasks.length; task++) {
    if (!draft.expanded(task)) visit(task, -1, draft.row(task, -1));
    else {
      const { size } = draft.copies(task).rows;
      for (let index = 0; index < size; index++) visit(task, index, draft.row(task, index));
    }
  }
}
