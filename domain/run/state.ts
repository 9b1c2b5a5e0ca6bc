import type { RunStatus, RunType } from './status.ts';
import type { Row } from './row.ts';
import type { Vector } from './vector.ts';

/** How the run will end whatever its tasks say: somebody cancelled it, its time was over, or it failed fast. */
export type Verdict = null | 'cancelled' | 'run-timeout' | 'fail-fast';

/** Facts of the run itself. */
export interface RunFacts {
  /** False until `runCreated`. */
  readonly created: boolean;
  readonly status: RunStatus;
  readonly paused: boolean;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly runType: RunType;
  readonly logicalTime: number;
  readonly dataIntervalStart: number;
  readonly dataIntervalEnd: number;
  readonly trigger: string | null;
  /** Whether it was the newest of its trigger when it was created; null = nobody said. */
  readonly latest: boolean | null;
  /** Version of the machine it began with. */
  readonly machine: number;
}

/** Sums over all task runs, so that nothing has to be counted anew. */
export interface RunSums {
  /** By `taskRunStatuses` index. */
  readonly byStatus: readonly number[];
  readonly unfinished: number;
  /** Failed, upstream_failed or cancelled ones among those that decide the run's status. */
  readonly bad: number;
  /** `up_for_retry` that is due and waits for its upstream again. */
  readonly dueRetries: number;
  /** Tasks that wait for the previous run's answer. */
  readonly pastWaiting: number;
}

/** Lengths of the lists of one mapping, one per entry; null = not known. */
export type Lengths = readonly (number | null)[];

/**
 * The whole state of one run. Opaque to everybody but domain/run: look into it with read.ts, change it with `transition`.
 * Older states stay valid; two states share what did not change.
 */
export interface RunState {
  readonly run: RunFacts;
  readonly rows: Vector<Row>;
  readonly lengths: Vector<Lengths>;
  readonly sums: RunSums;
}
