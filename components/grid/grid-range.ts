/** Cells that are selected together: these tasks in these runs, by id. */
export interface GridRange {
  tasks: string[];
  runs: string[];
}
