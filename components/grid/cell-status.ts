import type { TaskRunStatus } from '#domain/run/status.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { speaksBefore } from '#components/run-view/store/speaking-status.ts';
import type { GridCell, GridRun } from './grid-run.ts';

/** The status that a cell shows: of a mapped task the one that speaks for its copies. Null: the run has ended without looking at this task. */
export function cellStatus(run: Pick<GridRun, 'status'>, cell: GridCell | undefined): TaskRunStatus | null {
  if (!cell) return isRunFinished(run.status) ? null : 'none';
  return (Object.keys(cell.statuses) as TaskRunStatus[]).reduce<TaskRunStatus | null>(
    (best, status) => (best === null || speaksBefore(status, best) ? status : best),
    null,
  );
}
