import type { Draft } from './draft.ts';
import { finish } from './finish.ts';
import { refOf } from './ref.ts';
import type { Stop } from './row.ts';
import type { TaskRunStatus } from './status.ts';

type Forced = Exclude<Stop, null | 'timeout' | 'restarting'>;
const whys = {
  cancelled: 'cancelled',
  timeout: 'timeout',
  'fail-fast': 'fail-fast',
  'run-timeout': 'timeout',
  restarting: 'restarting',
  success: 'cancelled',
  failed: 'cancelled',
  skipped: 'cancelled',
} as const;

/** What `stopAttempt` says to the one who ends the work. */
const stopWhy = (stop: NonNullable<Stop>): 'cancelled' | 'timeout' | 'fail-fast' | 'restarting' => whys[stop];

/**
 * Ends an unfinished task run from outside. Work that may be going on is stopped first and keeps its status until its end
 * is reported: nothing that hangs on it starts beside a dying process, and its slots stay taken. All else is written at once.
 * @param idle status and reason for a task run without work going on
 */
export function forceEnd(
  draft: Draft,
  task: number,
  index: number,
  stop: Forced,
  idle: { status: TaskRunStatus; reason: string | null },
): void {
  const row = draft.row(task, index);
  const ref = refOf(draft.plan.tasks[task]!.id, index);
  if (row.status === 'running' || row.status === 'queued') {
    if (row.stop === null || row.stop === 'timeout')
      draft.effects.push({ type: 'stopAttempt', ...ref, attempt: row.attempt, why: stopWhy(stop) });
    draft.replace(task, index, { ...row, stop });
    return;
  }
  if (row.status === 'restarting') {
    draft.replace(task, index, { ...row, stop });
    return;
  }
  withdraw(draft, task, index);
  finish(draft, task, index, idle.status, idle.reason);
}

/** Takes back the request of a `scheduled` task run; the number of an attempt that never began is free again. */
export function withdraw(draft: Draft, task: number, index: number): void {
  const row = draft.row(task, index);
  if (row.status !== 'scheduled') return;
  const ref = refOf(draft.plan.tasks[task]!.id, index);
  if (!draft.run.paused) draft.effects.push({ type: 'releaseAdmission', ...ref, attempt: row.attempt });
  if (!row.woken) draft.replace(task, index, { ...row, attempt: row.attempt - 1 });
}
