import { requestAdmission } from '../ask-for.ts';
import { findAttempt } from '../find-task-run.ts';
import type { TransitionOf } from '../transition-of.ts';

export const attemptWoken: TransitionOf<'attemptWoken'> = {
  type: 'attemptWoken',
  means: 'What the parked attempt waited for has come: the same attempt asks for admission again.',
  moves: ['up_for_reschedule, deferred, awaiting_input → scheduled'],
  apply(draft, event) {
    const found = findAttempt(draft, event, ['up_for_reschedule', 'deferred', 'awaiting_input']);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    draft.put(task, index, { ...row, status: 'scheduled', dueAt: null, woken: true });
    requestAdmission(draft, task, index);
    return null;
  },
};
