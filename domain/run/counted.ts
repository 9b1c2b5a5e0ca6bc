import { Draft } from './draft.ts';
import { kindOf } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import { recount } from './recount.ts';
import type { RunState } from './state.ts';
import { statusCode, taskRunStatuses } from './status.ts';

/** The state with all its counters made anew from the statuses: after it was read, or taken over into another plan. */
export function counted(plan: Plan, state: RunState): RunState {
  const byStatus = new Array<number>(taskRunStatuses.length).fill(0);
  const sums = { byStatus, unfinished: 0, bad: 0, dueRetries: 0, pastWaiting: 0 };
  const draft = new Draft(plan, { ...state, sums });
  plan.tasks.forEach((_, task) => {
    const row = draft.row(task, -1);
    if (row.past === 'asked') draft.pastWaiting++;
    const size = row.copies === null ? 1 : row.copies.rows.size;
    for (let at = 0; at < size; at++) {
      const { status, dueAt } = row.copies === null ? row : row.copies.rows.get(at);
      const kind = kindOf(status);
      draft.byStatus[statusCode(status)]!++;
      if (kind === null) draft.unfinished++;
      if (status === 'up_for_retry' && dueAt === null) draft.dueRetries++;
      if (plan.decides[task] === 1 && (kind === 'failed' || kind === 'upstreamFailed')) draft.bad++;
    }
    recount(draft, task);
  });
  return draft.done();
}
