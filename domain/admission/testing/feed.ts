import { admit } from '../admit.ts';
import type { AdmissionDecision, AdmissionEvent } from '../events.ts';
import type { AdmissionState } from '../state.ts';

const word = (decision: AdmissionDecision): string =>
  decision.type === 'admitted'
    ? `${decision.run}/${decision.task}${decision.index < 0 ? '' : `[${decision.index}]`}`
    : `${decision.type} ${decision.run}`;

/** Feeds events one after the other and gives in words what was decided: `run/task[index]` for an admission. */
export const feed = (state: AdmissionState, ...events: AdmissionEvent[]): string[] =>
  events.flatMap((event) => admit(state, event).out).map(word);
