import { resume } from '../resume.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runResumed: TransitionOf<'runResumed'> = {
  type: 'runResumed',
  means: 'The paused run goes on: what is scheduled asks for admission.',
  moves: [],
  apply(draft) {
    if (!draft.run.paused) return refuse('run.not-paused', 'The run is not paused.');
    resume(draft);
    return null;
  },
};
