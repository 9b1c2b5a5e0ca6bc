import { workflowSchema, type Workflow } from '#domain/definition/schema/workflow.ts';
import type { CaseTask, RunCase } from './case.ts';

/** The definition that a case of the tables describes. A branch gets one port for each of its children, named after it. */
export function caseWorkflow({ id, tasks, edges, failFast }: Pick<RunCase, 'id' | 'tasks' | 'edges' | 'failFast'>): Workflow {
  const branches = new Set(tasks.filter((task) => task.kind === 'branch').map((task) => task.id));
  return workflowSchema.parse({
    format: 'drawloom/workflow@1',
    id,
    name: id,
    triggers: [],
    settings: { failFast: failFast ?? false },
    tasks: tasks.map(caseTask),
    edges: edges.map(([from, to]) => ({ from, to, ...(branches.has(from) ? { port: to } : {}) })),
  });
}

function caseTask(task: CaseTask) {
  const { id, kind, triggerRule, retries, mapOver, setup, teardown, setups, failsRun } = task;
  const operator = kind === 'branch' ? 'branch@1' : kind === 'short_circuit' ? 'short-circuit@1' : 'noop@1';
  return {
    id,
    operator,
    config: kind === 'short_circuit' ? { when: 'true', directOnly: task.directOnly ?? false } : {},
    ...(triggerRule === undefined ? {} : { triggerRule }),
    retry: { max: retries ?? 0, delaySec: 0 },
    ...(mapOver === undefined
      ? {}
      : { map: { over: [{ into: 'item', items: `{{ tasks['${mapOver}'].output }}` }], limit: 1_000_000 } }),
    ...(setup === true ? { role: { setup: true } } : {}),
    ...(teardown === true ? { role: { teardown: { of: setups ?? [], failsRun: failsRun ?? false } } } : {}),
    past: { dependsOnPast: task.dependsOnPast ?? false, waitForDownstream: task.waitForDownstream ?? false },
  };
}
