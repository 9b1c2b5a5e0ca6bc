import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { noHistory, type UsualDurations } from '#domain/forecast/usual.ts';
import { firstVersion } from '#domain/run/first-version.ts';
import { fold } from '#domain/run/fold.ts';
import { newRun } from '#domain/run/new-run.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import type { RunStatus } from '#domain/run/status.ts';
import { prepareScenario } from './simulate-scenario.ts';
import { recordedOutcomes } from './recorded-outcomes.ts';
import { replayDifferences, type ReplayDifference, type ReplayedTask } from './replay-differences.ts';
import type { Scenario } from './scenario.ts';
import type { Simulated } from './simulate.ts';

/** A run that is stored: what it ran, and everything that happened. */
export interface StoredRun {
  workflow: Workflow;
  events: readonly RunEvent[];
  /** The version that `workflow` is of, and those that it was on before: for a run that was moved to a newer version. */
  version?: number;
  earlier?: readonly { version: number; workflow: Workflow }[];
}

/** A stored run, and the same on another version. */
export interface Replayed {
  /** The run as it would have been. */
  run: Simulated;
  /** What was fed to it: a scenario like any other. */
  scenario: Scenario;
  then: { run: RunStatus; reason: string | null; makespanMs: number };
  /** Every task of either version, by id. */
  differences: ReplayDifference[];
  /** Tasks that worked in the replay though the stored run tells nothing about them: their outcome is assumed. */
  assumed: string[];
  /** Acts of people in the stored run; they are not replayed. */
  acts: number;
}

/**
 * Feeds what happened in a stored run to another version of its workflow. Tasks keep what they answered and how long they
 * took; one that has more attempts than then answers for those what it answered last (`further: 'success'`: goes well). Tasks
 * the run tells nothing about go well and take their usual time, unless `given` says otherwise. Throws `PlanError` for a
 * cyclic definition.
 */
export function replay(
  draft: Workflow,
  stored: StoredRun,
  options: { given?: Scenario; usual?: UsualDurations; further?: 'repeat' | 'success' } = {},
): Replayed {
  const { outcomes, durations, created, lists, acts } = recordedOutcomes(stored.events);
  const tasks = new Set(draft.tasks.map(({ id }) => id));
  const scenario: Scenario = {
    ...(created === null
      ? {}
      : {
          logicalTime: created.logicalTime,
          runType: created.runType,
          params: created.params,
          ...(created.latest === undefined ? {} : { latest: created.latest }),
        }),
    lists,
    ...options.given,
    outcomes: { ...options.given?.outcomes },
    durations: { ...options.given?.durations },
  };
  for (const [name, results] of Object.entries(outcomes)) {
    const task = name.replace(/\[\d+\]$/, '');
    if (!tasks.has(task)) continue;
    const further = options.further === 'success' && results.at(-1)?.type === 'failed' ? [{ type: 'success' as const }] : [];
    scenario.outcomes![name] ??= options.given?.outcomes?.[task] ?? [...results, ...further];
    scenario.durations![name] ??= options.given?.durations?.[task] ?? durations[name] ?? [];
  }
  const run = prepareScenario(draft, scenario, options.usual ?? noHistory, compilePlan(draft))(null);
  const plan = compilePlan(stored.workflow);
  const version = stored.version ?? 0;
  const plans = new Map([[version, plan]]);
  for (const each of stored.earlier ?? []) plans.set(each.version, compilePlan(each.workflow));
  const first = plans.get(firstVersion(stored.events, version)) ?? plan;
  const state = fold(first, stored.events, newRun(first), (wanted) => plans.get(wanted));
  const view = runView(plan, state);
  const lastAt = stored.events.at(-1)?.at ?? 0;
  const worked = (names: Iterable<[string, number]>): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const [name, ms] of names) {
      const task = name.replace(/\[\d+\]$/, '');
      sums.set(task, (sums.get(task) ?? 0) + ms);
    }
    return sums;
  };
  const workedThen = worked(Object.entries(durations).map(([name, list]) => [name, list.reduce((a, b) => a + b, 0)]));
  const workedNow = worked(run.timeline.map(({ task, startedAt, endedAt }) => [task, endedAt - startedAt]));
  const then = new Map<string, ReplayedTask[]>();
  for (const { task, status, attempt } of taskRuns(plan, state))
    then.set(task, [...(then.get(task) ?? []), { status, attempts: attempt }]);
  const now = new Map<string, ReplayedTask[]>();
  for (const [name, status] of Object.entries(run.tasks)) {
    const task = name.replace(/\[\d+\]$/, '');
    now.set(task, [...(now.get(task) ?? []), { status, attempts: run.attempts[name] ?? 0 }]);
  }
  const told = new Set(Object.keys(outcomes).map((name) => name.replace(/\[\d+\]$/, '')));
  return {
    run,
    scenario,
    then: {
      run: view.status,
      reason: view.reason,
      makespanMs: view.startedAt === null ? 0 : (view.endedAt ?? lastAt) - view.startedAt,
    },
    differences: replayDifferences(
      stored.workflow,
      draft,
      { tasks: then, worked: workedThen },
      { tasks: now, worked: workedNow },
    ),
    assumed: [...workedNow.keys()].filter((task) => !told.has(task)),
    acts,
  };
}
