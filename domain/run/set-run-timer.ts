import type { Draft } from './draft.ts';

/** Starts the run's timeout, which counts from its admission and anew from a clear that wakes it. */
export function setRunTimer(draft: Draft): void {
  if (draft.plan.runTimeoutMs !== null) draft.effects.push({ type: 'setRunTimer', atMs: draft.at + draft.plan.runTimeoutMs });
}
