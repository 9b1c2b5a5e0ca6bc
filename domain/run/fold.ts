import { Draft } from './draft.ts';
import type { RunEvent } from './events.ts';
import { newRun } from './new-run.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import type { RunState } from './state.ts';
import { applyEvent } from './transition.ts';

/**
 * The state after a list of events: repeated `transition`, effects dropped, and cheaper. Recovery, the browser and the
 * time slider use it. An event that is refused changes nothing, as it did when it first came.
 * @param plan of the version it was on before these events: `firstVersion`
 * @param from the state to go on from; a new run when missing
 * @param planOf for a run that was moved to other versions: the state is one of the last it was moved to
 */
export function fold(
  plan: Plan,
  events: Iterable<RunEvent>,
  from: RunState = newRun(plan),
  planOf: PlanOf | null = null,
): RunState {
  const draft = new Draft(plan, from);
  draft.planOf = planOf;
  for (const event of events) {
    draft.effects = [];
    applyEvent(draft, event);
  }
  return draft.done();
}
