import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';
import { decode, machineVersion } from '#domain/run/encode.ts';
import { firstVersion } from '#domain/run/first-version.ts';
import type { PlanOf } from '#domain/run/plan.ts';
import { newRun } from '#domain/run/transition.ts';
import { RunHistory } from './run-history.ts';

/** A run as `runs.get` gives it. */
export type RunData = inferRouterOutputs<AppRouter>['runs']['get'];

/** Whether this page's machine can begin at the snapshot. Another machine must fold every event. */
export const snapshotFits = (data: RunData): boolean => data.state === null || data.machine === machineVersion;

/** The run's history as far as the answer goes: from its snapshot when there is one, else from the beginning. */
export function historyOf(planOf: PlanOf, data: RunData): RunHistory {
  const snapshot = data.state === null ? null : Uint8Array.from(atob(data.state), (c) => c.charCodeAt(0));
  const version = firstVersion(
    data.events.map(({ event }) => event),
    data.run.version,
  );
  const plan = planOf(version);
  if (!plan) throw new Error(`Version ${version} of the run is not at hand.`);
  const base =
    snapshot === null
      ? { seq: 0, state: newRun(plan) }
      : { seq: (data.events[0]?.seq ?? data.seq + 1) - 1, state: decode(plan, snapshot) };
  const history = new RunHistory(plan, base, planOf);
  history.append(data.events);
  return history;
}
