import type { Draft } from './draft.ts';
import type { RunEvent, RunEventType } from './events.ts';

/** One event that can happen to a run. `statuses` is for docs/state-machine.md: what a task run may be before and after. */
export interface TransitionOf<T extends RunEventType> {
  readonly type: T;
  /** One sentence for the page on the machine. */
  readonly means: string;
  /** From which statuses of the task run to which, by the event itself; the rounds that follow are the same for all. */
  readonly moves: readonly string[];
  /** Applies the event, or gives why it is impossible as `code: sentence` and changes nothing. */
  apply(draft: Draft, event: Extract<RunEvent, { type: T }>): string | null;
}

/** Says that an event cannot have happened: a dotted code, then a sentence. */
export const refuse = (code: string, sentence: string): string => `${code}: ${sentence}`;
