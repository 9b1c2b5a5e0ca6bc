import { taskRunStatuses, type TaskRunStatus } from '#domain/run/status.ts';
import { cellStatus } from './cell-status.ts';
import type { GridColumn, GridRow } from './grid-rows.ts';

/** Rows that fit what was typed: words of the name or id, and `status:failed` for tasks with such a cell among the loaded runs. */
export function matchRows(rows: readonly GridRow[], columns: readonly GridColumn[], text: string): readonly GridRow[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return rows;
  const statuses = parts.flatMap((part) => (part.startsWith('status:') ? [part.slice('status:'.length)] : []));
  const words = parts.filter((part) => !part.startsWith('status:'));
  const wanted = statuses.map((begun) => new Set<TaskRunStatus>(taskRunStatuses.filter((status) => status.startsWith(begun))));
  return rows.filter(
    ({ task, title }) =>
      words.every((word) => title.toLowerCase().includes(word) || task.toLowerCase().includes(word)) &&
      wanted.every((set) =>
        columns.some(({ run, cells }) => {
          const status = cells.has(task) ? cellStatus(run, cells.get(task)) : null;
          return status !== null && set.has(status);
        }),
      ),
  );
}
