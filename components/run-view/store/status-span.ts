import type { TaskRunStatus } from '#domain/run/status.ts';

/** A task run took this status at this instant (ms) by this event; it holds until the next span. */
export interface StatusSpan {
  status: TaskRunStatus;
  at: number;
  seq: number;
  attempt: number;
  reason: string | null;
}
