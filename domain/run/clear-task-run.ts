import type { Draft } from './draft.ts';
import { withdraw } from './force-end.ts';
import { refOf } from './ref.ts';

/**
 * Makes a task run start over: its attempts go on counting, it has all its retries again. Work that goes on is ended first
 * (`restarting`), everything else is `none` at once. The stored decision stays. Gives whether anything changed.
 */
export function clearTaskRun(draft: Draft, task: number, index: number): boolean {
  const { status } = draft.row(task, index);
  if (status === 'none' || status === 'removed' || status === 'restarting') return false;
  withdraw(draft, task, index);
  const row = draft.row(task, index);
  const busy = status === 'running' || status === 'queued';
  const fresh = {
    ...row,
    spent: 0,
    lost: 0,
    lostBefore: row.lostBefore + row.lost,
    dueAt: null,
    firstAt: null,
    sensor: false,
    woken: false,
    forced: false,
    reason: null,
  };
  if (busy) {
    const ref = refOf(draft.plan.tasks[task]!.id, index);
    draft.effects.push({ type: 'stopAttempt', ...ref, attempt: row.attempt, why: 'restarting' });
    draft.put(task, index, { ...fresh, status: 'restarting', stop: 'restarting' });
  } else draft.put(task, index, { ...fresh, status: 'none', startedAt: null, endedAt: null, stop: null });
  const shared = draft.row(task, -1);
  if (shared.past !== 'unasked') draft.put(task, -1, { ...shared, past: 'unasked' });
  draft.judge(task, index);
  return true;
}
