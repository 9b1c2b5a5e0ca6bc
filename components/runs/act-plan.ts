import { isRunFinished } from '#domain/run/status.ts';
import type { RunItem } from './run-item.ts';

/** What one act of a person does to several runs. */
export type RunsAct = 'pause' | 'resume' | 'cancel';

/** A chosen run with what becomes of it, or why it stays as it is. */
export interface ActPlan {
  run: RunItem;
  /** Word for what it is then; null: the act does not concern it. */
  becomes: RunItem['status'] | 'paused' | null;
  why: string | null;
}

const actionOf: Record<
  RunsAct,
  (run: Pick<RunItem, 'paused' | 'status'>) => { becomes: NonNullable<ActPlan['becomes']> } | { why: string }
> = {
  pause: ({ paused }) => (paused ? { why: 'is paused already' } : { becomes: 'paused' }),
  resume: ({ paused, status }) => (paused ? { becomes: status } : { why: 'is not paused' }),
  cancel: () => ({ becomes: 'cancelled' }),
};

/** What an act changes in each of the chosen runs; a run that has ended is never concerned. */
export function actPlan(act: RunsAct, runs: readonly RunItem[]): ActPlan[] {
  return runs.map((run) => {
    const does = isRunFinished(run.status) ? { why: 'has ended' } : actionOf[act](run);
    return { run, becomes: 'becomes' in does ? does.becomes : null, why: 'why' in does ? does.why : null };
  });
}
