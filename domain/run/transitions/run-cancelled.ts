import { eachRow } from '../each-row.ts';
import { forceEnd } from '../force-end.ts';
import { kindOf } from '../kind.ts';
import { resume } from '../resume.ts';
import { isRunFinished } from '../status.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runCancelled: TransitionOf<'runCancelled'> = {
  type: 'runCancelled',
  means: 'Somebody ended the run: what is unfinished becomes cancelled; due teardowns still run.',
  moves: ['any unfinished → cancelled'],
  apply(draft, event) {
    const { status, verdict } = draft.run;
    if (isRunFinished(status)) return refuse('run.finished', 'The run has ended.');
    if (verdict === 'cancelled') return refuse('run.cancelled', 'The run is being cancelled already.');
    const begun = status === 'running';
    draft.run = { ...draft.run, status: 'running', verdict: 'cancelled', reason: `cancelled by ${event.by}` };
    eachRow(draft, (task, index, row) => {
      if (kindOf(row.status) !== null || (begun && draft.plan.tasks[task]!.teardown)) return;
      forceEnd(draft, task, index, 'cancelled', { status: 'cancelled', reason: 'cancelled' });
    });
    resume(draft);
    return null;
  },
};
