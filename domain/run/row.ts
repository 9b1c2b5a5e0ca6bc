import type { Vector } from './vector.ts';
import type { TaskRunStatus } from './status.ts';

/** What the last attempt decided about what follows; it stays until the task ends another attempt. */
export type Decision = { readonly ports: readonly string[] } | { readonly shortCircuit: 'descendants' | 'children' };

/** Why the work of a running attempt is being ended: what its end will be written as. `null`: it is not. */
export type Stop = null | 'cancelled' | 'timeout' | 'fail-fast' | 'run-timeout' | 'restarting' | 'success' | 'failed' | 'skipped';

/** Finished direct upstreams of a task run by kind, kept up to date by every change. Not encoded: they follow from the statuses. */
export interface Need {
  /** Added to the number of upstreams as drawn: the copies of mapped ones beyond the first. */
  readonly extra: number;
  readonly success: number;
  /** Failed or cancelled. */
  readonly failed: number;
  readonly upstreamFailed: number;
  readonly skipped: number;
  readonly removed: number;
  /** Finished direct upstreams whose stored decision excludes this task run. */
  readonly excluding: number;
  /** Of a teardown: task runs finished among those it waits for beyond its upstreams, less the copies beyond the first. */
  readonly waited: number;
}

/** One task run. A mapped task has one row for itself and, once its list is known, one for each copy. */
export interface Row {
  readonly status: TaskRunStatus;
  /** Number of the attempt that is asked for, under way or was the last; 0 = none yet. It grows over clears and losses. */
  readonly attempt: number;
  /** Attempts that ended since the last clear, without the lost ones: what `retry.max` bounds. */
  readonly spent: number;
  /** Attempts lost to our own failure: those that count since the last clear, and all others (before it, or not counted). */
  readonly lost: number;
  readonly lostBefore: number;
  /** Of the current attempt. ms, or null. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** `up_for_retry`: when it is due (null = due already); parked: when it is woken. */
  readonly dueAt: number | null;
  /** Start of the first attempt since the last clear: a sensor's timeout counts from here. */
  readonly firstAt: number | null;
  /** It has parked itself to look again later: its timeout spans attempts and is not retried. */
  readonly sensor: boolean;
  /** Its attempt was parked and goes on when it is admitted again. */
  readonly woken: boolean;
  /** A person ran just this: until it is cleared its attempts wait neither for upstream, setups nor the past. */
  readonly forced: boolean;
  readonly stop: Stop;
  readonly reason: string | null;
  readonly decision: Decision | null;
  /** Of the task, not of a copy: whether the previous run was asked about, and has answered. */
  readonly past: 'unasked' | 'asked' | 'satisfied';
  readonly need: Need;
  readonly copies: Copies | null;
}

/** The copies of a mapped task and what they add up to. */
export interface Copies {
  readonly rows: Vector<Row>;
  readonly sums: CopySums;
}
/** Copies by kind; `waiting` are those that a change upstream may concern, `decided` those that hold a decision. */
export interface CopySums {
  readonly success: number;
  readonly failed: number;
  readonly upstreamFailed: number;
  readonly skipped: number;
  readonly removed: number;
  readonly waiting: number;
  readonly decided: number;
}

export const noNeed: Need = {
  extra: 0,
  success: 0,
  failed: 0,
  upstreamFailed: 0,
  skipped: 0,
  removed: 0,
  excluding: 0,
  waited: 0,
};

/** A task run that nothing has happened to. */
export const freshRow: Row = {
  status: 'none',
  attempt: 0,
  spent: 0,
  lost: 0,
  lostBefore: 0,
  startedAt: null,
  endedAt: null,
  dueAt: null,
  firstAt: null,
  sensor: false,
  woken: false,
  forced: false,
  stop: null,
  reason: null,
  decision: null,
  past: 'unasked',
  need: noNeed,
  copies: null,
};
