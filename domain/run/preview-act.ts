import { Draft } from './draft.ts';
import type { RunEvent } from './events.ts';
import type { Plan } from './plan-shape.ts';
import { changedTaskRuns, runView, type RunView, type TaskRunView } from './read.ts';
import { settleRun } from './settle.ts';
import type { RunState } from './state.ts';
import { applyAlone } from './transition.ts';

/** An act of a person on a run. */
export type ActEvent = Extract<
  RunEvent,
  { type: 'tasksCleared' | 'tasksForced' | 'taskMarked' | 'runCancelled' | 'runPaused' | 'runResumed' | 'attemptWoken' }
>;

/**
 * What an act would change by itself, before anything that follows from it: the task runs with the status they would get
 * at once (work that goes on keeps its own until it has ended), and the run. By the code that performs it.
 */
export function previewAct(
  plan: Plan,
  state: RunState,
  event: ActEvent,
): { ok: true; changed: TaskRunView[]; run: RunView; state: RunState } | { ok: false; refused: string } {
  const draft = new Draft(plan, state);
  draft.at = event.at;
  const refused = applyAlone(draft, event);
  if (refused !== null) return { ok: false, refused };
  if (draft.unfinished === 0) settleRun(draft);
  const after = draft.done();
  return { ok: true, changed: changedTaskRuns(plan, state, after), run: runView(plan, after), state: after };
}
