import { chosenTaskRuns, type Chosen, joinTaskRuns, listTaskRuns, reachedTaskRuns } from '../chosen-task-runs.ts';
import { clearTaskRun } from '../clear-task-run.ts';
import { reopen } from '../reopen.ts';
import { isRunFinished } from '../status.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const tasksCleared: TransitionOf<'tasksCleared'> = {
  type: 'tasksCleared',
  means: 'Somebody lets task runs start over, each with all its retries; the old attempts stay.',
  moves: [
    'success, failed, skipped, upstream_failed, cancelled, scheduled, up_for_retry, up_for_reschedule, deferred, awaiting_input → none',
    'running, queued → restarting',
  ],
  apply(draft, event) {
    const { status, verdict } = draft.run;
    if (status === 'queued') return refuse('run.status', 'The run has not begun.');
    if (verdict !== null && !isRunFinished(status))
      return refuse('run.ending', 'The run is being ended; clear when it has ended.');
    const chosen = chosenTaskRuns(draft, event.tasks);
    if (typeof chosen === 'string') return chosen;
    const { up, down } = draft.plan.graph;
    const reached = [
      ...(event.upstream === true ? [reachedTaskRuns(draft, up, chosen)] : []),
      ...(event.downstream === true ? [reachedTaskRuns(draft, down, chosen)] : []),
    ];
    for (const more of reached) joinTaskRuns(chosen, more);
    const spared: Chosen | string =
      event.spare === undefined || event.spare.length === 0 ? new Map() : chosenTaskRuns(draft, event.spare);
    if (typeof spared === 'string') return spared;
    const wanted = listTaskRuns(chosen).filter(({ task, index }) => {
      if (spared.get(task)?.has(index)) return false;
      const { status } = draft.row(task, index);
      return event.onlyFailed !== true || status === 'failed' || status === 'upstream_failed';
    });
    const cleared = wanted.filter(({ task, index }) => clearTaskRun(draft, task, index));
    if (cleared.length === 0) return refuse('clear.nothing', 'None of these task runs has anything to clear.');
    reopen(draft);
    return null;
  },
};
