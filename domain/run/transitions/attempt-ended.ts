import { endAttempt } from '../end-attempt.ts';
import { findAttempt } from '../find-task-run.ts';
import { refOf } from '../ref.ts';
import type { TransitionOf } from '../transition-of.ts';

export const attemptEnded: TransitionOf<'attemptEnded'> = {
  type: 'attemptEnded',
  means: 'Its work is over. What it answered is written, or what forced its end; then what it decided.',
  moves: [
    'queued → success, failed, skipped, up_for_retry, cancelled',
    'running → success, failed, skipped, up_for_retry, cancelled',
    'restarting → none, success, failed, skipped, cancelled',
  ],
  apply(draft, event) {
    const found = findAttempt(draft, event, ['running', 'queued', 'restarting']);
    if (typeof found === 'string') return found;
    draft.effects.push({ type: 'releaseAdmission', ...refOf(event.task, found.index), attempt: event.attempt });
    endAttempt(draft, found.task, found.index, event.result);
    return null;
  },
};
