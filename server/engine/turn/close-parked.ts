import { taskRun } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { ActiveRun } from './active-run.ts';
import { cancelChild } from './begin-child.ts';
import type { Decider } from './decider.ts';
import { wakeKey } from './wake-key.ts';
import { unanswered } from './unanswered.ts';

/**
 * Closes the rows of parked attempts that the machine has ended without asking anybody (cancelled, marked, cleared, out of
 * time): nothing of them runs, so no report will come. A question is withdrawn, a child run that was waited for is cancelled.
 */
export function closeParked(decider: Decider, run: ActiveRun): void {
  for (const [key, open] of run.attempts) {
    if (!open.parked) continue;
    const view = taskRun(run.compiled.plan, run.state, open.task, open.index);
    if (
      view &&
      view.attempt === open.attempt &&
      !isFinished(view.status) &&
      view.status !== 'up_for_retry' &&
      view.status !== 'none'
    )
      continue;
    decider.turn.setAttempt(open.id, open.token, {
      status: view?.status === 'failed' || view?.status === 'up_for_retry' ? 'failed' : 'cancelled',
      endedAt: decider.outside.now(),
      error: view?.reason ?? null,
    });
    if (open.asks) {
      const status = view?.reason?.startsWith('timeout') ? 'expired' : 'withdrawn';
      decider.turn.endApproval(open.id, { ...unanswered, status });
    }
    if (open.child) cancelChild(decider, open, open.child);
    decider.turn.effects.push({ type: 'clearTimer', key: wakeKey(run.facts.id, open.task, open.index) });
    run.attempts.delete(key);
    decider.attempts.delete(open.id);
    decider.turn.effects.push({ type: 'forget', attemptId: open.id });
  }
}
