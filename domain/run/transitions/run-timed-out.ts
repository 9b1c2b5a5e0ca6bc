import { eachRow } from '../each-row.ts';
import { forceEnd } from '../force-end.ts';
import { kindOf } from '../kind.ts';
import { resume } from '../resume.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runTimedOut: TransitionOf<'runTimedOut'> = {
  type: 'runTimedOut',
  means: 'The time of the run is over: what is unfinished fails with the reason `run timeout`; due teardowns still run.',
  moves: ['any unfinished → failed'],
  apply(draft) {
    if (draft.run.status !== 'running') return refuse('run.status', `The run is ${draft.run.status}.`);
    if (draft.plan.runTimeoutMs === null) return refuse('run.no-timeout', 'The run has no timeout.');
    if (draft.run.verdict !== null) return refuse('run.ending', 'The run is being ended already.');
    draft.run = { ...draft.run, verdict: 'run-timeout', reason: 'run timeout' };
    eachRow(draft, (task, index, row) => {
      if (kindOf(row.status) !== null || draft.plan.tasks[task]!.teardown) return;
      forceEnd(draft, task, index, 'run-timeout', { status: 'failed', reason: 'run timeout' });
    });
    resume(draft);
    return null;
  },
};
