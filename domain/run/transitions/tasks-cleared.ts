import { clearChosen, whyNoClear } from '../clear-chosen.ts';
import { reopen } from '../reopen.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const tasksCleared: TransitionOf<'tasksCleared'> = {
  type: 'tasksCleared',
  means: 'Somebody lets task runs start over, each with all its retries; the old attempts stay.',
  moves: [
    'success, failed, skipped, upstream_failed, cancelled, scheduled, up_for_retry, up_for_reschedule, deferred, awaiting_input → none',
    'running, queued → restarting',
  ],
  apply(draft, event) {
    const why = whyNoClear(draft);
    if (why !== null) return why;
    if (event.tasks.length === 0) return refuse('act.nothing', 'The act names no task.');
    const cleared = clearChosen(draft, event);
    if (typeof cleared === 'string') return cleared;
    if (cleared === 0) return refuse('clear.nothing', 'None of these task runs has anything to clear.');
    reopen(draft);
    return null;
  },
};
