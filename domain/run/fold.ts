import { Draft } from './draft.ts';
import type { RunEvent } from './events.ts';
import { newRun } from './new-run.ts';
import type { Plan } from './plan-shape.ts';
import type { RunState } from './state.ts';
import { applyEvent } from './transition.ts';

/**
 * The state after a list of events: repeated `transition`, effects dropped, and cheaper. Recovery, the browser and the
 * time slider use it. An event that is refused changes nothing, as it did when it first came.
 * @param from the state to go on from; a new run when missing
 */
export function fold(plan: Plan, events: Iterable<RunEvent>, from: RunState = newRun(plan)): RunState {
  const draft = new Draft(plan, from);
  for (const event of events) {
    draft.effects = [];
    applyEvent(draft, event);
  }
  return draft.done();
}
