import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { Plan } from '#domain/run/plan.ts';
import { refText } from '#domain/run/ref.ts';
import { chance } from './chance.ts';
import { decidedOutcomes } from './decided-outcomes.ts';
import { knownLists } from './known-lists.ts';
import { knownScope } from './known-scope.ts';
import type { PretendOutcomes } from './outcome.ts';
import type { Scenario } from './scenario.ts';
import { simulate, type Simulated, type SimulateOptions } from './simulate.ts';
import { variedMs } from './varied-ms.ts';

/** A scenario with everything filled in that does not hang on chance: what one of many runs needs. */
export type PreparedScenario = (seed: string | null) => Simulated;

/**
 * Fills a scenario in and gives what simulates it: outcomes of branches from their conditions, durations from the history
 * (`usual`; a task that has none takes `unseenMs`), copies of mapped tasks from params or the history. Called with a seed of
 * one run of many, durations that nobody gave vary as the history says; with null they are the usual ones. Throws `PlanError`
 * for a cyclic definition.
 */
export function prepareScenario(
  workflow: Workflow,
  scenario: Scenario,
  usual: UsualDurations,
  plan: Plan,
  unseenMs = 1_000,
): PreparedScenario {
  const scope = knownScope(workflow, scenario);
  const outcomes: PretendOutcomes = Object.create(null) as PretendOutcomes;
  for (const [task, { outcome }] of decidedOutcomes(workflow, scope)) outcomes[task] = [outcome];
  const copies: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const { id, members } of plan.scopes) {
    const seen = members.map((node) => usual.tasks[plan.tasks[node]!.id]?.copies ?? 1);
    copies[id] = scenario.copies?.[id] ?? Math.max(1, ...seen);
  }
  const lists = { ...onlyKnown(knownLists(workflow, scope)), ...scenario.lists };
  const seed = scenario.seed ?? '1';
  return (one) => {
    const own = one === null ? seed : `${seed}/${one}`;
    const options: SimulateOptions = {
      plan,
      lists,
      at: scenario.logicalTime ?? 0,
      failures: { seed: own, probability: scenario.failures ?? {} },
      defaults: {
        outcomes,
        copies,
        duration(ref, nth) {
          const known = usual.tasks[ref.task];
          if (known === undefined) return unseenMs;
          return one === null ? known.medianMs : variedMs(known, chance(`${own}~${refText(ref)}~${nth}`));
        },
      },
      ...(scenario.durations === undefined ? {} : { durations: scenario.durations }),
      ...(scenario.params === undefined ? {} : { params: scenario.params }),
      ...(scenario.runType === undefined ? {} : { runType: scenario.runType }),
      ...(scenario.latest === undefined ? {} : { latest: scenario.latest }),
      ...(scenario.pools === undefined || scenario.pools === null ? {} : { pools: scenario.pools }),
    };
    return simulate(workflow, scenario.outcomes ?? {}, options);
  };
}

const onlyKnown = (lists: SimulateOptions['lists'] & object): NonNullable<SimulateOptions['lists']> =>
  Object.fromEntries(Object.entries(lists).filter(([, lengths]) => lengths.some((length) => length !== null)));
