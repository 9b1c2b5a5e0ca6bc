import { chosenTaskRuns, joinTaskRuns, listTaskRuns, reachedTaskRuns, type Chosen } from './chosen-task-runs.ts';
import { clearTaskRun } from './clear-task-run.ts';
import type { Draft } from './draft.ts';
import type { TaskRunRef } from './events.ts';
import { isRunFinished } from './status.ts';
import { refuse } from './transition-of.ts';

/** Which task runs a person lets start over. */
export interface ClearChoice {
  tasks: readonly TaskRunRef[];
  upstream?: boolean;
  downstream?: boolean;
  onlyFailed?: boolean;
  spare?: readonly TaskRunRef[];
  /** Beside those that the others reach. */
  also?: readonly TaskRunRef[];
}

/** Why nothing of a run may start over now (`code: sentence`); null when it may. */
export function whyNoClear({ run: { status, verdict } }: Draft): string | null {
  if (status === 'queued') return refuse('run.status', 'The run has not begun.');
  if (verdict !== null && !isRunFinished(status)) return refuse('run.ending', 'The run is being ended; clear when it has ended.');
  return null;
}

/** Lets the chosen task runs start over. Gives how many did, or why one of them is not there (`code: sentence`); then nothing has changed. */
export function clearChosen(draft: Draft, choice: ClearChoice): number | string {
  const { also = [], tasks } = choice;
  const chosen: Chosen | string = tasks.length === 0 ? new Map() : chosenTaskRuns(draft, tasks);
  if (typeof chosen === 'string') return chosen;
  const { up, down } = draft.plan.graph;
  const reached = [
    ...(choice.upstream === true ? [reachedTaskRuns(draft, up, chosen)] : []),
    ...(choice.downstream === true ? [reachedTaskRuns(draft, down, chosen)] : []),
  ];
  for (const set of reached) joinTaskRuns(chosen, set);
  const more: Chosen | string = also.length === 0 ? new Map() : chosenTaskRuns(draft, also);
  if (typeof more === 'string') return more;
  joinTaskRuns(chosen, more);
  const spared: Chosen | string =
    choice.spare === undefined || choice.spare.length === 0 ? new Map() : chosenTaskRuns(draft, choice.spare);
  if (typeof spared === 'string') return spared;
  const wanted = listTaskRuns(chosen).filter(({ task, index }) => {
    if (spared.get(task)?.has(index)) return false;
    const { status } = draft.row(task, index);
    return choice.onlyFailed !== true || status === 'failed' || status === 'upstream_failed';
  });
  return wanted.filter(({ task, index }) => clearTaskRun(draft, task, index)).length;
}
