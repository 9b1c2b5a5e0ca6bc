import { eachRow } from '../each-row.ts';
import { refOf } from '../ref.ts';
import { isRunFinished } from '../status.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runPaused: TransitionOf<'runPaused'> = {
  type: 'runPaused',
  means: 'Nothing new starts; what runs goes on. Requests for admission are withdrawn.',
  moves: [],
  apply(draft) {
    if (isRunFinished(draft.run.status)) return refuse('run.finished', 'The run has ended.');
    if (draft.run.paused) return refuse('run.paused', 'The run is paused already.');
    draft.run = { ...draft.run, paused: true };
    eachRow(draft, (task, index, row) => {
      if (row.status !== 'scheduled') return;
      const ref = refOf(draft.plan.tasks[task]!.id, index);
      draft.effects.push({ type: 'releaseAdmission', ...ref, attempt: row.attempt });
    });
    return null;
  },
};
