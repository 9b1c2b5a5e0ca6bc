import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { compilePlan } from '#domain/run/plan.ts';
import type { GridCell, GridRun } from './grid-run.ts';

/** A line of the grid. */
export interface GridRow {
  task: string;
  title: string;
  /** `type@version`; null for a task that is no longer drawn. */
  operator: string | null;
}

/** A run with its cells by task. */
export interface GridColumn {
  run: GridRun;
  cells: ReadonlyMap<string, GridCell>;
}

/** Tasks of the drawing in the order in which they run, then those that only older runs have. */
export function gridRows(workflow: Workflow, runs: readonly GridRun[]): GridRow[] {
  const tasks = new Map(workflow.tasks.map((task) => [task.id, task]));
  const rows: GridRow[] = compilePlan(workflow).tasks.map(({ id }) => {
    const task = tasks.get(id);
    return { task: id, title: task?.name ?? id, operator: task?.operator ?? null };
  });
  const gone = new Set<string>();
  for (const { cells } of runs) for (const { task } of cells) if (!tasks.has(task)) gone.add(task);
  return [...rows, ...[...gone].sort().map((task) => ({ task, title: task, operator: null }))];
}

/** Oldest first. */
export const gridColumns = (runs: readonly GridRun[]): GridColumn[] =>
  runs.map((run) => ({ run, cells: new Map(run.cells.map((cell) => [cell.task, cell])) })).reverse();
