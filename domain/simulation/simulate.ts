import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { ListLengths, RunEvent } from '#domain/run/events.ts';
import type { Plan } from '#domain/run/plan.ts';
import { taskRuns, unmet } from '#domain/run/read.ts';
import { refText } from '#domain/run/ref.ts';
import { isFinished, isRunFinished, type RunStatus, type RunType, type TaskRunStatus } from '#domain/run/status.ts';
import type { PretendOutcomes } from './outcome.ts';
import { PretendHost, type PretendedAttempt } from './pretend-host.ts';
import { pretendWorld, type PretendDefaults, type PretendFailures } from './pretend-world.ts';

/** What a simulated run came to. A copy of a mapped task is named `task[0]`. */
export interface Simulated {
  run: RunStatus;
  reason: string | null;
  tasks: Record<string, TaskRunStatus>;
  /** Attempts made. */
  attempts: Record<string, number>;
  /** In the order they ended, with their times. */
  timeline: PretendedAttempt[];
  /** Everything that happened, as a real run would have stored it. */
  events: RunEvent[];
  /** From the start of the run to its end, or to the last event of a run that never ends; ms. */
  makespanMs: number;
  /** Task runs that nothing will ever move again, in a run that does not end, and why. */
  stuck: { task: string; reasons: string[] }[];
}

export interface SimulateOptions {
  /** How long attempts take, by task or copy, one per attempt, ms; the last repeats, a missing one takes 1 ms. */
  durations?: Record<string, number[]>;
  /** Lets attempts fail by chance where no outcome is given. */
  failures?: PretendFailures;
  /** When the run is created, ms; default 0. */
  at?: number;
  runType?: RunType;
  logicalTime?: number;
  latest?: boolean;
  /** Keeps the limits of the workflow and pools of these sizes (−1 = no limit; `default` has 128); missing: no limits at all. */
  pools?: Record<string, number>;
  /** Lengths of mapped lists that hang on params alone. */
  lists?: ListLengths;
  params?: JsonObject;
  /** The workflow's plan, when it is at hand: saves making it again for each of many runs. */
  plan?: Plan;
  defaults?: PretendDefaults;
}

/**
 * Runs a workflow with made-up outcomes and a virtual clock: the same machine, nothing executed, done in one call. Throws
 * `PlanError` for a cyclic definition. A mapped task whose list nobody gives runs once.
 */
export function simulate(workflow: Workflow, outcomes: PretendOutcomes, options: SimulateOptions = {}): Simulated {
  const at = options.at ?? 0;
  const world = pretendWorld(workflow, outcomes, options.durations, options.failures, options.defaults);
  const host = new PretendHost(workflow, world, {
    at,
    ...(options.pools === undefined ? {} : { pools: options.pools }),
    ...(options.plan === undefined ? {} : { plan: options.plan }),
  });
  const ofParams = (id: string): number => world.copies?.(id) ?? 1;
  const logicalTime = options.logicalTime ?? at;
  host.start({
    runType: options.runType ?? 'manual',
    logicalTime,
    dataIntervalStart: logicalTime,
    dataIntervalEnd: logicalTime,
    ...(options.latest === undefined ? {} : { latest: options.latest }),
    ...(options.params === undefined ? {} : { params: options.params }),
    lists: Object.fromEntries(
      host.plan.scopes.map(({ id, entries }) => [
        id,
        entries.map(({ sources }, at) => (sources.length === 0 ? (options.lists?.[id]?.[at] ?? ofParams(id)) : null)),
      ]),
    ),
  });
  host.runToEnd();
  const views = taskRuns(host.plan, host.state);
  const { status: run, reason, startedAt, endedAt } = host.view;
  return {
    run,
    reason,
    tasks: Object.fromEntries(views.map((view) => [refText(view), view.status])),
    attempts: Object.fromEntries(views.map((view) => [refText(view), view.attempt])),
    timeline: host.attempts,
    events: host.events,
    makespanMs: startedAt === null ? 0 : (endedAt ?? host.now) - startedAt,
    stuck: isRunFinished(run)
      ? []
      : views
          .filter(({ status }) => !isFinished(status))
          .map((view) => {
            const known = host.waitingFor(view, view.attempt);
            const own = unmet(host.plan, host.state, view.task, view.index);
            return {
              task: refText(view),
              reasons: [
                ...known,
                ...own.filter(({ code }) => known.length === 0 || code !== 'admission.waiting').map(({ message }) => message),
              ],
            };
          }),
  };
}
