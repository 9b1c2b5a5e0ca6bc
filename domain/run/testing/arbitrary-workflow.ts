import fc from 'fast-check';
import { triggerRules, type Workflow } from '#domain/definition/schema/workflow.ts';
import { workflowOf } from './workflow-of.ts';

const most = 7;
const rule = fc.oneof(
  { weight: 3, arbitrary: fc.constant('all_success' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...triggerRules) },
);

interface Drawn {
  rule: (typeof triggerRules)[number];
  edges: boolean[];
  retries: number;
  delaySec: number;
  timeout: boolean;
  disabled: boolean;
  past: boolean;
  kind: 'plain' | 'setup' | 'teardown' | 'mapped' | 'grouped';
  source: number;
}

const drawn = fc.record<Drawn>({
  rule,
  edges: fc.array(fc.boolean(), { minLength: most, maxLength: most }),
  retries: fc.constantFrom(0, 0, 1, 2),
  delaySec: fc.constantFrom(0, 5),
  timeout: fc.boolean(),
  disabled: fc.nat(9).map((n) => n === 0),
  past: fc.nat(9).map((n) => n === 0),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'setup', 'teardown', 'mapped', 'grouped'),
  source: fc.nat(most),
});

/**
 * Any workflow of up to seven tasks: every rule, branches (each edge has a port of its own), retries, setups, teardowns,
 * mapped tasks, a mapped group, disabled tasks, tasks with a past. Edges go from earlier ids to later ones.
 */
export const arbitraryWorkflow: fc.Arbitrary<Workflow> = fc
  .record({
    tasks: fc.array(drawn, { minLength: 1, maxLength: most }),
    failFast: fc.boolean(),
    anyFailure: fc.boolean(),
    runTimeout: fc.boolean(),
    combine: fc.constantFrom('product' as const, 'zip' as const),
  })
  .map(({ tasks, failFast, anyFailure, runTimeout, combine }) => {
    const id = (at: number) => `t${at}`;
    // The group is mapped over the first task, which then is not in it.
    const grouped = tasks.some((task, at) => at > 0 && task.kind === 'grouped');
    const setups = tasks.flatMap((task, at) => (task.kind === 'setup' ? [at] : []));
    const edges: string[] = [];
    tasks.forEach((task, to) => {
      for (let from = 0; from < to; from++) if (task.edges[from] === true) edges.push(`${id(from)}:${id(to)} > ${id(to)}`);
    });
    const plainRules = failFast && tasks.every((task) => task.rule === 'all_success');
    return workflowOf({
      tasks: Object.fromEntries(
        tasks.map((task, at) => [
          id(at),
          {
            triggerRule: task.rule,
            retry: { max: task.retries, delaySec: task.delaySec },
            ...(task.timeout ? { timeoutSec: 50 } : {}),
            disabled: task.disabled,
            ...(task.past ? { past: { dependsOnPast: true } } : {}),
            ...(task.kind === 'setup' ? { role: { setup: true as const } } : {}),
            ...(task.kind === 'teardown'
              ? { role: { teardown: { of: setups.filter((setup) => setup < at).map(id), failsRun: task.source % 2 === 0 } } }
              : {}),
            ...(task.kind === 'mapped' && at > 0
              ? {
                  map: {
                    over: [
                      { into: 'x', items: `{{ tasks.${id(task.source % at)}.output }}` },
                      { into: 'y', items: [1, 2] },
                    ],
                    combine,
                  },
                }
              : {}),
            ...(task.kind === 'grouped' && at > 0 ? { group: 'g' } : {}),
          },
        ]),
      ),
      edges,
      ...(grouped ? { groups: [{ id: 'g', map: { over: [{ into: 'x', items: '{{ tasks.t0.output }}' }] } }] } : {}),
      settings: {
        failFast: plainRules,
        runStatusRule: anyFailure ? 'any-failure' : 'leaves',
        ...(runTimeout ? { runTimeoutSec: 500 } : {}),
      },
    });
  });
