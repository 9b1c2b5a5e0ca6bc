import type { Plan } from './plan-shape.ts';
import { freshRow } from './row.ts';
import type { Lengths, RunFacts, RunState } from './state.ts';
import { taskRunStatuses } from './status.ts';
import { filledVector, VectorEditor } from './vector.ts';

const unborn: RunFacts = {
  created: false,
  status: 'queued',
  paused: false,
  verdict: null,
  reason: null,
  createdAt: 0,
  startedAt: null,
  endedAt: null,
  runType: 'manual',
  logicalTime: 0,
  dataIntervalStart: 0,
  dataIntervalEnd: 0,
  trigger: null,
  latest: null,
  machine: 0,
};

/** The state before `runCreated`: every task run is `none`. Costs the same for one task and for ten thousand. */
export function newRun(plan: Plan): RunState {
  const byStatus = new Array<number>(taskRunStatuses.length).fill(0);
  byStatus[0] = plan.tasks.length;
  const lengths = new VectorEditor(filledVector<Lengths>(plan.scopes.length, []));
  plan.scopes.forEach((scope, number) =>
    lengths.set(
      number,
      scope.entries.map((entry) => entry.length),
    ),
  );
  return {
    run: unborn,
    rows: filledVector(plan.tasks.length, freshRow),
    lengths: lengths.done(),
    sums: { byStatus, unfinished: plan.tasks.length, bad: 0, dueRetries: 0, pastWaiting: 0 },
  };
}
