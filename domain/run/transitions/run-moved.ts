import { requestAdmission } from '../ask-for.ts';
import { carryOver, movedTasks, sameTask } from '../carry-over.ts';
import { chosenTaskRuns, listTaskRuns, reachedTaskRuns } from '../chosen-task-runs.ts';
import { clearChosen, whyNoClear, type ClearChoice } from '../clear-chosen.ts';
import { counted } from '../counted.ts';
import { Draft } from '../draft.ts';
import { eachRow } from '../each-row.ts';
import type { TaskRunRef } from '../events.ts';
import { fitCopies } from '../fit-copies.ts';
import { mapLength } from '../map-length.ts';
import type { Plan } from '../plan-shape.ts';
import { refOf } from '../ref.ts';
import { reopen } from '../reopen.ts';
import { isRunFinished } from '../status.ts';
import { setRunTimer } from '../set-run-timer.ts';
import { takeToldLengths } from '../take-lengths.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runMoved: TransitionOf<'runMoved'> = {
  type: 'runMoved',
  means:
    'Somebody lets the run go on with another version of its workflow, and clears task runs of it. What both versions have stays as it is, new tasks begin, and what fell away is ended.',
  moves: [
    'success, failed, skipped, upstream_failed, cancelled, scheduled, up_for_retry, up_for_reschedule, deferred, awaiting_input → none',
    'running, queued → restarting',
    'any but running, queued, restarting (surplus copies) → removed',
  ],
  apply(draft, event) {
    const why = whyNoClear(draft);
    if (why !== null) return why;
    const from = draft.plan;
    const to = draft.planOf?.(event.to);
    if (to === undefined) return refuse('version.unknown', `Version ${event.to} of the workflow is not at hand.`);
    const next = new Draft(to, counted(to, carryOver(from, to, draft.done(), event.used)));
    next.at = draft.at;
    endLeft(draft, next);
    askAnew(next);
    takeToldLengths(next, event.lists ?? {});
    for (const [number, scope] of to.scopes.entries()) {
      const copies = mapLength(scope, next.lengths.get(number));
      if (copies !== null && copies > scope.limit)
        return refuse('map.limit', `${scope.id} would run ${copies} times in version ${event.to}; its limit is ${scope.limit}.`);
      fitCopies(next, number);
    }
    const tasks = known(next, from, event.tasks);
    const also = known(next, from, reachedByLeft(draft, next, event));
    const cleared = clearChosen(next, { ...event, tasks, also, spare: known(next, from, event.spare ?? []) });
    if (typeof cleared === 'string') return cleared;
    const { added, removed } = movedTasks(from, to);
    if (cleared + added.length + removed.length === 0)
      return refuse('clear.nothing', 'None of these task runs has anything to clear.');
    to.tasks.forEach((_, task) => next.judge(task, -1));
    if (isRunFinished(draft.run.status)) reopen(next);
    else if (from.runTimeoutMs !== to.runTimeoutMs) setRunTimer(next, next.run.startedAt ?? next.at);
    draft.become(next);
    return null;
  },
};

/** Ends the work of those that fall away, and takes their requests back. */
function endLeft(draft: Draft, next: Draft): void {
  const { plan } = draft;
  eachRow(draft, (task, index, { status, attempt, stop }) => {
    if (sameTask(plan, task, next.plan) >= 0) return;
    const ref = { ...refOf(plan.tasks[task]!.id, index), attempt };
    if ((status === 'running' || status === 'queued') && stop === null)
      next.effects.push({ type: 'stopAttempt', ...ref, why: 'cancelled' });
    if (status === 'scheduled' && !draft.run.paused) next.effects.push({ type: 'releaseAdmission', ...ref });
  });
}

/** What waits for its slots asks again: pool, slots and priority are those of the new version. */
function askAnew(next: Draft): void {
  if (next.run.paused) return;
  eachRow(next, (task, index, { status, attempt }) => {
    if (status !== 'scheduled') return;
    next.effects.push({ type: 'releaseAdmission', ...refOf(next.plan.tasks[task]!.id, index), attempt });
    requestAdmission(next, task, index);
  });
}

/** What hung on chosen tasks that fall away, above or below them: that is chosen with them on the drawing that a person sees. */
function reachedByLeft(draft: Draft, next: Draft, { tasks, upstream, downstream }: ClearChoice): TaskRunRef[] {
  const { plan } = draft;
  const left = tasks.filter(({ task }) => {
    const node = plan.indexOf.get(task);
    return node !== undefined && sameTask(plan, node, next.plan) < 0;
  });
  const chosen = left.length === 0 ? '' : chosenTaskRuns(draft, left);
  if (typeof chosen === 'string') return [];
  const { up, down } = plan.graph;
  return [...(upstream === true ? [up] : []), ...(downstream === true ? [down] : [])].flatMap((steps) =>
    listTaskRuns(reachedTaskRuns(draft, steps, chosen)).map(({ task, index }) => refOf(plan.tasks[task]!.id, index)),
  );
}

/** Without those that fell away: a person named them on the old version. One that neither version has stays, and is refused. */
function known(next: Draft, from: Plan, refs: readonly TaskRunRef[]): TaskRunRef[] {
  return refs.flatMap(({ task, index }): TaskRunRef[] => {
    const node = next.plan.indexOf.get(task);
    if (node === undefined) return from.indexOf.has(task) ? [] : [{ task }];
    if (index === undefined) return [{ task }];
    if (sameTask(next.plan, node, from) < 0) return [];
    return [{ task, index }];
  });
}
