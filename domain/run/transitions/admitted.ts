import { findAttempt } from '../find-task-run.ts';
import { refOf } from '../ref.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const admitted: TransitionOf<'admitted'> = {
  type: 'admitted',
  means: 'Its slots are held and its token is made: the attempt may start.',
  moves: ['scheduled → queued'],
  apply(draft, event) {
    if (draft.run.paused) return refuse('run.paused', 'The run is paused; its requests were withdrawn.');
    const found = findAttempt(draft, event, ['scheduled']);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    draft.put(task, index, { ...row, status: 'queued' });
    draft.effects.push({
      type: 'startAttempt',
      ...refOf(event.task, index),
      attempt: row.attempt,
      token: event.token,
      ...(row.woken ? { woken: true } : {}),
    });
    return null;
  },
};
