import type { GridRun } from './grid-run.ts';

/** Tasks of a run that failed of themselves: where clearing begins. What only followed from them is cleared with them. */
export const failedTasks = ({ cells }: GridRun): string[] =>
  cells.flatMap(({ task, statuses }) => ((statuses.failed ?? 0) > 0 ? [task] : []));
