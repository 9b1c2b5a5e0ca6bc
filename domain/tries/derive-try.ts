import type { Json } from '#domain/definition/schema/json.ts';
import type { Edge, Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { mappingOf } from './mapping-of.ts';
import type { TryNeeds } from './try-needs.ts';

/**
 * The workflow that a try of `task` runs: this task alone, after stand-ins of the tasks it takes values from (they are
 * marked as done before anything starts, so nothing of theirs runs). What decides whether and how often it would start (rule, role, past, limits, retries) is left out: a person wants it to run, once, now. Timeout, pool and priority
 * stay. A mapped one is mapped over `items` alone: one entry for each of its lists.
 */
export function deriveTry(workflow: Workflow, task: Task, needs: TryNeeds, items: readonly Json[] = []): Workflow {
  const { name, id, operator, config, timeoutSec, pool, priority } = task;
  const mapping = mappingOf(workflow, task);
  const map = mapping && {
    over: mapping.map.over.map(({ into }, at) => ({ into, items: [items[at] ?? null] })),
    combine: mapping.map.combine,
    limit: mapping.map.limit,
  };
  const others = [...new Set([...needs.direct, ...needs.named])];
  const tried: Task = {
    id,
    operator,
    ...(name === undefined ? {} : { name }),
    config,
    triggerRule: 'all_success',
    disabled: false,
    retry: { max: 0, delaySec: 0, multiplier: 0 },
    ...(timeoutSec === undefined ? {} : { timeoutSec }),
    ...(pool === undefined ? {} : { pool }),
    ...(priority === undefined ? {} : { priority }),
    ...(map && mapping.group === null ? { map } : {}),
    ...(map && mapping.group !== null ? { group: mapping.group.id } : {}),
  };
  const { params, taskDefaults } = workflow;
  return {
    format: workflow.format,
    id: workflow.id,
    name: workflow.name,
    ...(params === undefined ? {} : { params }),
    triggers: [],
    ...(taskDefaults === undefined ? {} : { taskDefaults }),
    tasks: [tried, ...others.map((other) => standIn(workflow, other))],
    edges: edgesOf(workflow, id, needs),
    ...(map && mapping.group !== null ? { groups: [{ id: mapping.group.id, collapsed: false, map }] } : {}),
  };
}

function standIn(workflow: Workflow, id: string): Task {
  const name = workflow.tasks.find((task) => task.id === id)?.name;
  return {
    id,
    operator: 'noop@1',
    ...(name === undefined ? {} : { name }),
    config: {},
    triggerRule: 'all_success',
    disabled: false,
  };
}

/** Those right before it, and whatever else it names behind the first of these that comes after: what it names without standing behind it stays wrong. */
function edgesOf(workflow: Workflow, task: string, { direct, named }: TryNeeds): Edge[] {
  const edges: Edge[] = direct.map((from) => ({ from, port: 'out', to: task }));
  const nearer = new Set(direct);
  for (const id of named) {
    if (nearer.has(id)) continue;
    const via = direct.find((one) => isBefore(workflow, id, one));
    if (via !== undefined) edges.push({ from: id, port: 'out', to: via });
  }
  return edges;
}

function isBefore(workflow: Workflow, id: string, task: string): boolean {
  const seen = new Set([task]);
  for (const at of seen) for (const { from, to } of workflow.edges) if (to === at) seen.add(from);
  return id !== task && seen.has(id);
}
