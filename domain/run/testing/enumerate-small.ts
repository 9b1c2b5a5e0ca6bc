import { triggerRules } from '#domain/definition/schema/workflow.ts';
import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { compilePlan } from '../plan.ts';
import { taskRuns } from '../read.ts';
import { smallOracle, type SmallOutcome, type SmallRun } from './small-oracle.ts';
import { workflowOf } from './workflow-of.ts';

const outcomesOf = ['success', 'failed', 'skipped', 'short_circuit'] as const;
const ids = ['a', 'b', 'c', 'd'];

/** All ways to choose one of `values` for each of `count` places. */
function* choices<T>(values: readonly T[], count: number): Generator<T[]> {
  if (count === 0) yield [];
  else for (const rest of choices(values, count - 1)) for (const value of values) yield [...rest, value];
}

/**
 * Every acyclic workflow of `size` tasks with every trigger rule, every outcome of every task and two orders of ending,
 * through the machine and through the oracle. Gives how many there were and the first few that differ.
 */
export function enumerateSmall(size: number): { runs: number; differ: { run: SmallRun; machine: unknown; oracle: unknown }[] } {
  const pairs = ids.slice(0, size).flatMap((_, to) => ids.slice(0, to).map((__, from) => [from, to] as const));
  const differ: { run: SmallRun; machine: unknown; oracle: unknown }[] = [];
  const orders = [ids.slice(0, size).map((_, at) => 1 << at), ids.slice(0, size).map((_, at) => 1 << (size - at))];
  let runs = 0;
  for (const drawn of choices([true, false], pairs.length)) {
    const edges = pairs.filter((_, at) => drawn[at]);
    const ruled = ids.slice(0, size).map((_, task) => edges.some(([, to]) => to === task));
    // The rule of a task without upstream means nothing, so one is enough.
    for (const drawnRules of choices(triggerRules, ruled.filter(Boolean).length)) {
      const left = [...drawnRules];
      const rules = ruled.map((has) => (has ? left.shift()! : 'all_success'));
      const workflow = workflowOf({
        tasks: Object.fromEntries(rules.map((triggerRule, task) => [ids[task]!, { triggerRule }])),
        edges: edges.map(([from, to]) => `${ids[from]} > ${ids[to]}`),
      });
      const plan = compilePlan(workflow);
      for (const outcomes of choices<SmallOutcome>(outcomesOf, size))
        for (const durations of orders) {
          runs++;
          const run = { edges, rules, outcomes, durations };
          const machine = throughMachine(new PretendHost(workflow, world(run), { plan }));
          const oracle = smallOracle(run);
          const same = machine.run === oracle.run && machine.statuses.every((status, task) => status === oracle.statuses[task]);
          if (!same && differ.length < 5) differ.push({ run, machine, oracle });
        }
    }
  }
  return { runs, differ };
}

function world({ outcomes, durations }: SmallRun) {
  return {
    perform: ({ task }: { task: string }) => {
      const at = ids.indexOf(task);
      const outcome = outcomes[at]!;
      const result =
        outcome === 'failed'
          ? ({ type: 'failed', error: { code: 'x', message: 'x' }, retry: 'policy' } as const)
          : outcome === 'short_circuit'
            ? ({ type: 'success', shortCircuit: 'descendants' } as const)
            : ({ type: outcome } as const);
      return { result, durationMs: durations[at]! };
    },
    pastSatisfied: () => true,
  };
}

function throughMachine(host: PretendHost): { statuses: string[]; run: string } {
  host.start();
  host.runToEnd();
  const views = taskRuns(host.plan, host.state);
  return {
    run: host.view.status,
    statuses: ids.slice(0, views.length).map((id) => views.find(({ task }) => task === id)!.status),
  };
}
