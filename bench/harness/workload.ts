import type { Floors } from './floors.ts';
import type { Row } from './row.ts';

/** One workload: measures itself, checks what came out, and gives its rows. Wrong output is an exception: the run is void. */
export interface Workload {
  name: string;
  /** What exactly is measured, in one line. */
  what: string;
  run(floors: Floors, options: { quick: boolean }): Promise<Row[]>;
}
