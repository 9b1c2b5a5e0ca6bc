import { failAttempt } from '../end-attempt.ts';
import { findAttempt } from '../find-task-run.ts';
import { withdraw } from '../force-end.ts';
import { refOf } from '../ref.ts';
import { timeoutFailure } from '../timeout-failure.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const attemptTimedOut: TransitionOf<'attemptTimedOut'> = {
  type: 'attemptTimedOut',
  means:
    'The time of the attempt is over: its work is ended, and its end is written when it is reported; a parked one fails at once.',
  moves: ['up_for_reschedule, deferred, awaiting_input, scheduled (woken) → failed, up_for_retry'],
  apply(draft, event) {
    const found = findAttempt(draft, event, [
      'running',
      'queued',
      'scheduled',
      'up_for_reschedule',
      'deferred',
      'awaiting_input',
    ]);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    const { timeoutMs } = draft.plan.tasks[task]!;
    if (timeoutMs === null || row.startedAt === null)
      return refuse('attempt.no-timeout', `${event.task} has no timeout that runs.`);
    if (row.stop !== null) return refuse('attempt.stopping', `${event.task} is being ended already.`);
    if (row.status === 'running' || row.status === 'queued') {
      draft.replace(task, index, { ...row, stop: 'timeout' });
      const ref = refOf(event.task, index);
      draft.effects.push({ type: 'stopAttempt', ...ref, attempt: row.attempt, why: 'timeout' });
      return null;
    }
    withdraw(draft, task, index);
    failAttempt(draft, task, index, { error: timeoutFailure(draft.plan.tasks[task]!), retry: 'policy' });
    return null;
  },
};
