import type { Json } from '#domain/definition/schema/json.ts';
import type { ActiveRun } from './active-run.ts';
import { attemptId } from './attempt-id.ts';
import type { Decider } from './decider.ts';
import { wakeAttempt } from './wake-attempt.ts';

/** Tasks of a failed child that its parent names. */
const named = 10;

/** How a run ended, for whoever waits for it. */
export interface RunEnd {
  status: 'success' | 'failed' | 'cancelled';
  /** Task runs that failed, with their reasons. */
  failed: { task: string; index?: number; reason: string | null }[];
}

/** A child run has ended: the attempt that waits for it goes on. `end` says how; nobody may wait any more. */
export function childEnded(decider: Decider, { facts }: Pick<ActiveRun, 'facts'>, end: RunEnd): void {
  const { id: runId, number, workflowId: workflow, parent } = facts;
  if (!parent) return;
  const open = decider.attempts.get(attemptId(parent.runId, parent, parent.attempt));
  if (!open?.parked) return;
  const answer: Json = { runId, number, workflow, status: end.status, failed: end.failed.slice(0, named) as Json };
  // Refused when it does not wait: the child was started without waiting, or was ended together with its parent.
  wakeAttempt(decider, open, { answer }, decider.outside.now());
}
