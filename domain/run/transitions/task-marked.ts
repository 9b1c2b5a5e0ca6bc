import { chosenTaskRuns, joinTaskRuns, listTaskRuns, reachedTaskRuns } from '../chosen-task-runs.ts';
import { clearTaskRun } from '../clear-task-run.ts';
import { forceEnd } from '../force-end.ts';
import { reopen } from '../reopen.ts';
import { decideAnew } from '../settle.ts';
import { isRunFinished } from '../status.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const taskMarked: TransitionOf<'taskMarked'> = {
  type: 'taskMarked',
  means: 'Somebody says how task runs ended. Descendants that are failed or upstream_failed then start over.',
  moves: ['any but removed → success, failed, skipped', 'failed, upstream_failed (descendants) → none'],
  apply(draft, event) {
    const { status, verdict } = draft.run;
    const { up, down } = draft.plan.graph;
    if (status === 'queued') return refuse('run.status', 'The run has not begun.');
    if (verdict !== null && !isRunFinished(status))
      return refuse('run.ending', 'The run is being ended; mark when it has ended.');
    const marked = chosenTaskRuns(draft, [event]);
    if (typeof marked === 'string') return marked;
    const below = reachedTaskRuns(draft, down, marked);
    if (event.upstream === true) joinTaskRuns(marked, reachedTaskRuns(draft, up, marked));
    if (event.downstream === true)
      joinTaskRuns(marked, new Map([...below].filter(([task]) => !draft.plan.tasks[task]!.teardown)));
    const changing = listTaskRuns(marked).filter(({ task, index }) => {
      const row = draft.row(task, index);
      return row.status !== 'removed' && row.status !== event.status && row.stop !== event.status;
    });
    if (changing.length === 0) return refuse('mark.nothing', `Every one of these task runs is ${event.status} already.`);
    for (const { task, index } of changing)
      forceEnd(draft, task, index, event.status, { status: event.status, reason: 'marked' });
    const failed = listTaskRuns(below).filter(({ task, index }) => {
      const { status } = draft.row(task, index);
      return status === 'failed' || status === 'upstream_failed';
    });
    for (const { task, index } of failed) clearTaskRun(draft, task, index);
    if (failed.length > 0 || draft.unfinished > 0) reopen(draft);
    else decideAnew(draft);
    return null;
  },
};
