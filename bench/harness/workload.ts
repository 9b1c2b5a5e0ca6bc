import type { Floors } from './floors.ts';
import type { InstalledPeer } from './peers/installed-peers.ts';
import type { Row } from './row.ts';

/** How a workload is wanted. */
export interface WorkloadOptions {
  /** Fewer runs and smaller numbers; the same checks. */
  quick: boolean;
  /** Only this size of a workload that has several (`--size N`); null: all. */
  size: number | null;
  /** Other products to measure beside ours; none is fine. */
  peers: readonly InstalledPeer[];
  /** A line for the person who waits. */
  say(line: string): void;
}

/** One workload: measures itself, checks what came out, and gives its rows. Wrong output is an exception: the run is void. */
export interface Workload {
  name: string;
  /** What exactly is measured, in one line. */
  what: string;
  run(floors: Floors, options: WorkloadOptions): Promise<Row[]>;
}
