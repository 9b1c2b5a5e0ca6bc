import { runView } from '#domain/run/read.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import { stoppedEnd } from '../perform/end-of-attempt.ts';
import type { ChildRequest } from '../perform/performer.ts';
import type { ActiveRun } from './active-run.ts';
import { beginRun, type Beginning } from './begin-run.ts';
import { childDeadlock } from './child-deadlock.ts';
import type { Decider } from './decider.ts';
import { endAttempt } from './end-attempt.ts';
import type { OpenAttempt } from './open-attempt.ts';
import { refOf } from './ref-of.ts';
import { wakeAttempt } from './wake-attempt.ts';

/**
 * Starts the run that an attempt asked for, and parks the attempt, in one turn: after a crash there are both or neither, so
 * each attempt has exactly one child. What the run needs is read first; an attempt that was stopped meanwhile ends.
 */
export function requestChild(decider: Decider, open: OpenAttempt, wanted: ChildRequest): void {
  const isOpen = () => decider.attempts.get(open.id) === open;
  decider.outside.prepareChild(open, wanted).then(
    ({ run, beginning }) =>
      decider.outside.later(() => {
        if (isOpen()) begin(decider, open, wanted, run, beginning);
      }),
    (error: unknown) =>
      decider.outside.later(() => {
        if (!isOpen()) return;
        if (!(error instanceof Refusal)) throw error;
        fail(decider, open, error.code, error.message, 'never');
      }),
  );
}

function begin(decider: Decider, open: OpenAttempt, { wait }: ChildRequest, child: ActiveRun, beginning: Beginning): void {
  const at = decider.outside.now();
  if (open.stopped) {
    endAttempt(decider, open, stoppedEnd(open.stopped, at));
    return;
  }
  const deadlock = wait ? childDeadlock(decider, open.run, child.facts.workflowId) : null;
  if (deadlock !== null) {
    // Unlike a run that starts itself without end this may pass: by the next attempt one of the others may have ended.
    fail(decider, open, 'child.deadlock', deadlock, 'policy');
    return;
  }
  const reason = beginRun(decider, child, beginning);
  if (reason) {
    fail(decider, open, reason.code, reason.message, 'policy');
    return;
  }
  decider.turn.childRuns.push({
    runId: child.facts.id,
    parentRunId: open.run.facts.id,
    task: open.task,
    mapIndex: open.index ?? -1,
    attempt: open.attempt,
    depth: child.facts.parent?.depth ?? 1,
  });
  open.woken = null;
  open.parked = true;
  decider.turn.setAttempt(open.id, open.token, { status: 'parked' });
  const parked = decider.apply(open.run, {
    type: 'attemptParked',
    at,
    ...refOf(open),
    attempt: open.attempt,
    as: 'deferred',
    key: child.facts.id,
  });
  if (parked === null && wait) open.child = child;
  else if (parked === null) {
    const { id: runId, number, workflowId: workflow } = child.facts;
    wakeAttempt(decider, open, { answer: { runId, number, workflow, status: 'queued', failed: [] } }, at);
  } else cancelChild(decider, open, child);
}

/** Ends the run that an attempt waited for and does not any more. */
export function cancelChild(decider: Decider, { task, run }: OpenAttempt, child: ActiveRun): void {
  if (isRunFinished(runView(child.compiled.plan, child.state).status)) return;
  const by = `task ${task} of run ${run.facts.number} of ${run.facts.workflowId}`;
  decider.apply(child, { type: 'runCancelled', at: decider.outside.now(), by });
}

function fail(decider: Decider, open: OpenAttempt, code: string, message: string, retry: 'policy' | 'never'): void {
  endAttempt(decider, open, {
    outcome: { type: 'failed', error: { code, message }, retry },
    output: null,
    exitCode: null,
    endedAt: decider.outside.now(),
    artifacts: [],
  });
}
