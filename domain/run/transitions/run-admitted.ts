import { setRunTimer } from '../set-run-timer.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runAdmitted: TransitionOf<'runAdmitted'> = {
  type: 'runAdmitted',
  means: 'The run may begin: its first tasks are judged.',
  moves: [],
  apply(draft, event) {
    if (draft.run.status !== 'queued') return refuse('run.status', `The run is ${draft.run.status}.`);
    draft.run = { ...draft.run, status: 'running', startedAt: event.at };
    setRunTimer(draft);
    for (const task of draft.plan.first) draft.judge(task, -1);
    return null;
  },
};
