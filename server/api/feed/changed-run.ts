import type { RunStatus } from '#domain/run/status.ts';
import type { RunRow } from '#server/store/store.ts';

/** A run in the feed of runs: what a list redraws. */
export interface ChangedRun {
  runId: string;
  workflowId: string;
  number: number;
  status: RunStatus;
  paused: boolean;
  startedAt: number | null;
  endedAt: number | null;
}

/** The row as the feed shows it: an allow-list. */
export const changedRun = ({ id, workflowId, number, status, paused, startedAt, endedAt }: RunRow): ChangedRun => ({
  runId: id,
  workflowId,
  number,
  status,
  paused,
  startedAt,
  endedAt,
});
