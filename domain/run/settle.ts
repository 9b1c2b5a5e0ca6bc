import type { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import { isRunFinished, taskRunStatuses, type RunStatus } from './status.ts';

const cancelled = taskRunStatuses.indexOf('cancelled');
const namesShown = 10;

/**
 * Decides the run once nothing is unfinished, or once nothing can arrive any more: then it failed, reason `deadlock`, and
 * names who waits. A retry that has its time, a wait for the past and every attempt under way can still bring an event.
 */
export function settleRun(draft: Draft): void {
  if (draft.run.status !== 'running') return;
  const { verdict } = draft.run;
  if (draft.unfinished === 0) {
    if (verdict === 'cancelled') end(draft, 'cancelled', draft.run.reason);
    else if (verdict !== null) end(draft, 'failed', draft.run.reason);
    else end(draft, draft.bad > 0 ? 'failed' : 'success', null);
    return;
  }
  const idle = draft.byStatus[0]! + draft.dueRetries;
  if (draft.unfinished > idle || draft.pastWaiting > 0) return;
  const waiting: string[] = [];
  eachRow(draft, (task, index, row) => {
    if (row.status !== 'none' && row.status !== 'up_for_retry') return;
    const { id } = draft.plan.tasks[task]!;
    if (waiting.length <= namesShown) waiting.push(index < 0 ? id : `${id}[${index}]`);
  });
  if (waiting.length > namesShown) waiting.splice(namesShown, 1, `${draft.unfinished - namesShown} more`);
  end(draft, 'failed', `deadlock: ${waiting.join(', ')}`);
}

/** Decides a run that had ended once more, because somebody marked task runs of it. Says nothing when it stays what it was. */
export function decideAnew(draft: Draft): void {
  const { status, verdict } = draft.run;
  if (!isRunFinished(status)) return;
  // What was cancelled and stays so keeps the run cancelled; all else goes by its tasks now.
  if (verdict === 'cancelled' && draft.byStatus[cancelled]! > 0) return;
  const decided = draft.bad > 0 ? 'failed' : 'success';
  if (decided === status && verdict === null) return;
  draft.run = { ...draft.run, verdict: null };
  if (decided !== status) end(draft, decided, null);
  else draft.run = { ...draft.run, reason: null };
}

function end(draft: Draft, status: RunStatus, reason: string | null): void {
  draft.run = { ...draft.run, status, reason, endedAt: draft.at, paused: false };
  draft.effects.push({ type: 'runFinished', status, ...(reason === null ? {} : { reason }) });
}
