import { Draft } from './draft.ts';
import type { RunEffect } from './effects.ts';
import type { RunEvent } from './events.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import type { RunState } from './state.ts';
import { applyEvent } from './transition.ts';

/**
 * One run that goes on: the same answers as repeated `transition`, but a state is made only when somebody asks for it. What
 * many events of one turn change is so copied once and not once an event. States that were given out stay valid.
 */
export class RunProgress {
  readonly #draft: Draft;
  /** Null: events came since it was last asked for. */
  #state: RunState | null;

  constructor(plan: Plan, from: RunState) {
    this.#draft = new Draft(plan, from);
    this.#state = from;
  }

  /** Takes one event. Gives what a host must do, or `refused`: why it cannot have happened; then nothing has changed. */
  step(
    event: RunEvent,
    planOf: PlanOf | null = null,
  ): { readonly refused: string | null; readonly effects: readonly RunEffect[] } {
    const draft = this.#draft;
    draft.planOf = planOf;
    draft.effects = [];
    const refused = applyEvent(draft, event);
    if (refused !== null) return { refused, effects: [] };
    this.#state = null;
    return { refused: null, effects: draft.effects };
  }

  /** The state after all events so far. */
  get state(): RunState {
    return (this.#state ??= this.#draft.done());
  }
}
