import type { RunEvent } from '#domain/run/events.ts';
import { firstVersion } from '#domain/run/first-version.ts';
import type { Plan, PlanOf } from '#domain/run/plan.ts';
import type { RunRow } from '#server/store/store.ts';
import type { VersionCache } from './version-cache.ts';

/**
 * The plans that a stored run's events are folded with: of the version it was on before them, and of those it was moved to.
 * Rejects when one of these is missing (a defect of the store's content).
 */
export async function plansOf(
  versions: VersionCache,
  row: Pick<RunRow, 'workflowId' | 'version'>,
  now: Plan,
  events: readonly RunEvent[],
): Promise<{ first: Plan; planOf: PlanOf }> {
  const plans = new Map([[row.version, now]]);
  const start = firstVersion(events, row.version);
  const moves = events.flatMap((event) => (event.type === 'runMoved' ? [event.to] : []));
  for (const version of [start, ...moves])
    if (!plans.has(version)) plans.set(version, (await versions.ofVersion(row.workflowId, version)).plan);
  return { first: plans.get(start)!, planOf: (version) => plans.get(version) };
}
