import { findAttempt } from '../find-task-run.ts';
import { refOf } from '../ref.ts';
import type { TransitionOf } from '../transition-of.ts';

export const attemptStarted: TransitionOf<'attemptStarted'> = {
  type: 'attemptStarted',
  means: 'Its process, or its work in process, has begun.',
  moves: ['queued → running'],
  apply(draft, event) {
    const found = findAttempt(draft, event, ['queued']);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    const startedAt = row.startedAt ?? event.at;
    const firstAt = row.firstAt ?? startedAt;
    draft.put(task, index, { ...row, status: 'running', startedAt, firstAt, woken: false });
    const { timeoutMs } = draft.plan.tasks[task]!;
    // An attempt that was woken still has the timer it began with.
    if (timeoutMs !== null && row.startedAt === null)
      draft.effects.push({
        type: 'setTimer',
        timer: 'timeout',
        ...refOf(event.task, index),
        attempt: row.attempt,
        atMs: (row.sensor ? firstAt : startedAt) + timeoutMs,
      });
    return null;
  },
};
