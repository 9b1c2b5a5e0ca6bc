import { chosenTaskRuns, listTaskRuns } from '../chosen-task-runs.ts';
import type { Draft } from '../draft.ts';
import { forceStart } from '../force-start.ts';
import { refOf, refText } from '../ref.ts';
import { reopen } from '../reopen.ts';
import { sortRequests } from '../sort-requests.ts';
import { isRunFinished } from '../status.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

/** Has work that goes on, or is about to. */
const busy = new Set(['queued', 'running', 'restarting']);

export const tasksForced: TransitionOf<'tasksForced'> = {
  type: 'tasksForced',
  means:
    'Somebody runs just these tasks, whatever their upstream, setups and past say; pools and limits hold. With all retries; the old attempts stay.',
  moves: [
    'none, success, failed, skipped, upstream_failed, cancelled, up_for_retry, up_for_reschedule, deferred, awaiting_input → scheduled',
  ],
  apply(draft, event) {
    const { status, verdict } = draft.run;
    if (status === 'queued') return refuse('run.status', 'The run has not begun.');
    if (verdict !== null && !isRunFinished(status))
      return refuse('run.ending', 'The run is being ended; run the task when it has ended.');
    const chosen = chosenTaskRuns(draft, event.tasks);
    if (typeof chosen === 'string') return chosen;
    const list = listTaskRuns(chosen);
    for (const { task, index } of list) {
      const refused = whyNot(draft, task, index);
      if (refused !== null) return refused;
    }
    const asked = draft.effects.length;
    reopen(draft);
    for (const { task, index } of list) forceStart(draft, task, index);
    sortRequests(draft.effects, asked);
    return null;
  },
};

function whyNot(draft: Draft, task: number, index: number): string | null {
  const planned = draft.plan.tasks[task]!;
  const { status } = draft.row(task, index);
  const name = refText(refOf(planned.id, index));
  if (planned.disabled) return refuse('force.disabled', `${name} is disabled; switch it on in the workflow first.`);
  if (busy.has(status)) return refuse('force.running', `${name} is ${status}: it runs already. Restart it, or wait for its end.`);
  if (status === 'scheduled')
    return refuse('force.scheduled', `${name} has been let off by its upstream already; it waits for its pool or a limit.`);
  if (status === 'removed') return refuse('force.removed', `${name} has no item any more; its list became shorter.`);
  if (planned.scope >= 0 && index < 0)
    return refuse('force.unmapped', `The list that ${name} is mapped over is not known yet; run the task that makes it first.`);
  return null;
}
