import type { Draft } from './draft.ts';
import { setRunTimer } from './set-run-timer.ts';
import { isRunFinished } from './status.ts';

/** A run that had ended goes on after an act of a person; it starts anew, and so does its timeout. */
export function reopen(draft: Draft): void {
  if (!isRunFinished(draft.run.status)) return;
  draft.run = { ...draft.run, status: 'running', verdict: null, reason: null, startedAt: draft.at, endedAt: null };
  setRunTimer(draft);
}
