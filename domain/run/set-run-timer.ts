import type { Draft } from './draft.ts';

/** Starts the run's timeout, which counts from its admission and anew from a clear that wakes it (`from`, ms). */
export function setRunTimer(draft: Draft, from: number = draft.at): void {
  if (draft.plan.runTimeoutMs !== null) draft.effects.push({ type: 'setRunTimer', atMs: from + draft.plan.runTimeoutMs });
}
