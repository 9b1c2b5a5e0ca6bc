import type { Draft } from './draft.ts';
import type { TaskRunStatus } from './status.ts';

/** Writes a finished status. The number of attempts, their times and the stored decision stay. */
export function finish(draft: Draft, task: number, index: number, status: TaskRunStatus, reason: string | null): void {
  const row = draft.row(task, index);
  const past = row.past === 'asked' ? 'unasked' : row.past;
  draft.put(task, index, { ...row, status, reason, past, endedAt: draft.at, dueAt: null, stop: null, woken: false });
}
