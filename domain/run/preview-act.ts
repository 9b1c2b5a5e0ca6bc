import { Draft } from './draft.ts';
import type { RunEvent } from './events.ts';
import { carryOver } from './carry-over.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import { changedTaskRuns, runView, type RunView, type TaskRunView } from './read.ts';
import { settleRun } from './settle.ts';
import type { RunState } from './state.ts';
import { applyAlone } from './transition.ts';

/** An act of a person on a run. */
export type ActEvent = Extract<
  RunEvent,
  {
    type:
      'tasksCleared' | 'runMoved' | 'tasksForced' | 'taskMarked' | 'runCancelled' | 'runPaused' | 'runResumed' | 'attemptWoken';
  }
>;

/** What an act would change. */
export interface ActPreviewed {
  ok: true;
  /** The plan that the run is on then. */
  plan: Plan;
  changed: TaskRunView[];
  run: RunView;
  /** The state before, as this plan sees it. */
  before: RunState;
  state: RunState;
}

/**
 * What an act would change by itself, before anything that follows from it: the task runs with the status they would get
 * at once (work that goes on keeps its own until it has ended), and the run. By the code that performs it.
 */
export function previewAct(
  plan: Plan,
  state: RunState,
  event: ActEvent,
  planOf: PlanOf | null = null,
): ActPreviewed | { ok: false; refused: string } {
  const draft = new Draft(plan, state);
  draft.planOf = planOf;
  draft.at = event.at;
  const refused = applyAlone(draft, event);
  if (refused !== null) return { ok: false, refused };
  if (draft.unfinished === 0) settleRun(draft);
  const after = draft.done();
  const { plan: own } = draft;
  const before = own === plan ? state : carryOver(plan, own, state);
  return { ok: true, plan: own, changed: changedTaskRuns(own, before, after), run: runView(own, after), before, state: after };
}
