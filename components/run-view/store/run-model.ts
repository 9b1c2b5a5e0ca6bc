import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Edge, Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { compilePlan, type Plan } from '#domain/run/plan.ts';
import type { RunData } from './history-of.ts';

/** What does not change while a run is looked at. */
export interface RunModel {
  workflow: Workflow;
  plan: Plan;
  tasks: ReadonlyMap<string, Task>;
  /** Title of a task by id. */
  title: (task: string) => string;
  upstream: ReadonlyMap<string, string[]>;
  downstream: ReadonlyMap<string, string[]>;
  edgesFrom: ReadonlyMap<string, Edge[]>;
}

/** Reads what the run runs; null when this page's version cannot (a newer format). */
export function runModel(data: Pick<RunData, 'definition'>): RunModel | null {
  const parsed = parseWorkflow(data.definition);
  return parsed.ok ? modelOf(parsed.workflow) : null;
}

/** The same of a definition that is at hand. Throws `PlanError` for a cyclic one. */
export function modelOf(workflow: Workflow): RunModel {
  const tasks = new Map(workflow.tasks.map((task) => [task.id, task]));
  const upstream = new Map<string, string[]>();
  const downstream = new Map<string, string[]>();
  const edgesFrom = new Map<string, Edge[]>();
  for (const edge of workflow.edges) edgesFrom.set(edge.from, [...(edgesFrom.get(edge.from) ?? []), edge]);
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const list = map.get(key);
    if (!list) map.set(key, [value]);
    else if (!list.includes(value)) list.push(value);
  };
  for (const { from, to } of workflow.edges) {
    add(upstream, to, from);
    add(downstream, from, to);
  }
  return {
    workflow,
    plan: compilePlan(workflow),
    tasks,
    title: (id) => tasks.get(id)?.name ?? id,
    upstream,
    downstream,
    edgesFrom,
  };
}
