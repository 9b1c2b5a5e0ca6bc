import { forecastRun } from '#domain/forecast/forecast-run.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { Plan } from '#domain/run/plan-shape.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { WaitingTaskRun } from './waiting.ts';

/**
 * The same task runs with the instant at which each will probably begin, `expectedAt` in ms, by how long its upstream usually
 * takes. Left out where nobody can say: without history, behind a task that never went well before, and behind a person. It
 * knows what runs in this run alone: slots that others hold are not in it.
 */
export function expectWaiting(
  waiting: readonly WaitingTaskRun[],
  { compiled, state }: Pick<ActiveRun, 'compiled' | 'state'>,
  usual: UsualDurations,
  now: number,
): WaitingTaskRun[] {
  const { plan, workflow } = compiled;
  const forecast = usual.runs === 0 ? null : forecastRun(plan, state, usual, now, workflow.settings?.maxActiveTasks ?? 16);
  if (!forecast) return [...waiting];
  const unsure = below(plan, [...forecast.unknown, ...forecast.person]);
  return waiting.map((each) => {
    const { startAt } = forecast.tasks.get(each.task) ?? { startAt: null };
    const behind = each.reasons.some(({ code }) => code === 'upstream.unfinished' || code === 'setup.unfinished');
    if (!behind || startAt === null || unsure.has(each.task)) return each;
    return { ...each, expectedAt: Math.max(now, Math.round(startAt)) };
  });
}

/** Everything downstream of these tasks, at any distance; not they themselves. */
function below(plan: Plan, tasks: readonly string[]): ReadonlySet<string> {
  const { offsets, targets } = plan.graph.up;
  const from = new Set(tasks);
  const found = new Set<string>();
  // A plan lists its tasks by depth: whatever a task waits for comes before it.
  plan.tasks.forEach(({ id }, node) => {
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const upstream = plan.tasks[targets[at]!]!.id;
      if (from.has(upstream) || found.has(upstream)) found.add(id);
    }
  });
  return found;
}
