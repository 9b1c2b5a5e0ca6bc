import { requestAdmission } from './ask-for.ts';
import type { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import { sortRequests } from './sort-requests.ts';

/** Ends a pause: what is scheduled asks for its admission. Nothing happens to a run that is not paused. */
export function resume(draft: Draft): void {
  if (!draft.run.paused) return;
  draft.run = { ...draft.run, paused: false };
  const asked = draft.effects.length;
  eachRow(draft, (task, index, row) => {
    if (row.status === 'scheduled') requestAdmission(draft, task, index);
  });
  sortRequests(draft.effects, asked);
}
