import { findAttempt } from '../find-task-run.ts';
import { refOf } from '../ref.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const attemptParked: TransitionOf<'attemptParked'> = {
  type: 'attemptParked',
  means: 'The attempt waits for a time, a signal or a person, and holds no slot meanwhile.',
  moves: ['running → up_for_reschedule, deferred, awaiting_input'],
  apply(draft, event) {
    const found = findAttempt(draft, event, ['running']);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    if (row.stop !== null) return refuse('attempt.stopping', `${event.task} is being ended: report its end.`);
    const sensor = row.sensor || event.as === 'up_for_reschedule';
    draft.put(task, index, { ...row, status: event.as, dueAt: event.untilMs ?? null, sensor });
    const ref = { ...refOf(event.task, index), attempt: row.attempt };
    draft.effects.push({ type: 'releaseAdmission', ...ref });
    if (event.untilMs !== undefined) draft.effects.push({ type: 'setTimer', timer: 'wake', ...ref, atMs: event.untilMs });
    return null;
  },
};
