import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { adjacency } from '#domain/graph/adjacency.ts';
import { buildGraph } from '#domain/graph/build-graph.ts';
import type { Graph } from '#domain/graph/graph.ts';
import { findCycle } from '#domain/graph/find-cycle.ts';
import { topologicalOrder } from '#domain/graph/topological-order.ts';
import type { Plan, PlannedTask } from './plan-shape.ts';
import { leafNodes } from './leaf-nodes.ts';
import { mapEdges, namedScopes, planScope } from './plan-maps.ts';
import { setupScopes } from './plan-scopes.ts';
import { effectivePriorities } from './priority.ts';

export type { Plan, PlannedTask, PlanOf } from './plan-shape.ts';

/** Thrown for a definition that validation refuses anyway; `code` is that of the problem. */
export class PlanError extends Error {
  constructor(
    readonly code: 'edge.cycle' | 'task.duplicate',
    message: string,
  ) {
    super(message);
    this.name = 'PlanError';
  }
}

const noRetry = { max: 0, delaySec: 300, multiplier: 0 };

/**
 * Makes a workflow ready for the machine, once per version. Edges with an unknown end count for nothing.
 * Throws `PlanError` for a cycle or an id that stands twice: such a definition is never published.
 */
export function compilePlan(workflow: Workflow): Plan {
  const byId = new Map(workflow.tasks.map((task) => [task.id, task]));
  if (byId.size < workflow.tasks.length)
    throw new PlanError('task.duplicate', 'Two tasks have the same id. Give one of them another id.');
  const named = namedScopes(workflow);
  const edges = [
    ...workflow.edges.map(({ from, to }) => ({ from, to })),
    ...mapEdges(named, workflow.edges),
    ...teardownEdges(workflow.tasks),
  ];
  const graph = sortedGraph([...byId.keys()].sort(), edges);
  const tasks = graph.ids.map((id) => byId.get(id)!);
  const scopes = named.map((scope) => planScope(scope, graph.indexOf));
  const scopeOf = new Int32Array(tasks.length).fill(-1);
  scopes.forEach((scope, number) => scope.members.forEach((node) => (scopeOf[node] = number)));
  const ports = portTargets(workflow, graph);
  const planned = tasks.map((task, node) => planTask(task, workflow, scopeOf[node]!, ports[node]!));
  const reading = scopes.flatMap((scope) =>
    scope.sources.flatMap((source) => scope.members.map((member) => [source, member] as const)),
  );
  const { offsets } = graph.up;
  return {
    workflow: workflow.id,
    tasks: planned,
    graph,
    indexOf: graph.indexOf,
    priority: effectivePriorities(
      graph,
      planned.map((_, node) => node),
      tasks.map((task) => task.priority ?? workflow.taskDefaults?.priority ?? { weight: 1, rule: 'downstream' }),
    ),
    decides: deciding(graph, planned, workflow.settings?.runStatusRule ?? 'leaves'),
    scopes,
    readers: adjacency(
      tasks.length,
      reading.map(([source]) => source),
      reading.map(([, member]) => member),
    ),
    ...setupScopes(graph, planned),
    hasScopes: scopes.length > 0 || planned.some((task) => task.setup || task.teardown),
    first: planned.flatMap((task, node) =>
      offsets[node + 1] === offsets[node] || (task.rule === 'always' && !task.teardown) ? [node] : [],
    ),
    failFast: workflow.settings?.failFast ?? false,
    runTimeoutMs: workflow.settings?.runTimeoutSec === undefined ? null : workflow.settings.runTimeoutSec * 1000,
  };
}

const teardownEdges = (tasks: readonly Task[]) =>
  tasks.flatMap(({ id, role }) =>
    role !== undefined && 'teardown' in role ? role.teardown.of.map((setup) => ({ from: setup, to: id })) : [],
  );

/** The graph with its nodes numbered by depth, then by id. */
function sortedGraph(ids: readonly string[], edges: readonly { from: string; to: string }[]): Graph {
  const drawn = buildGraph(ids, edges);
  const sorted = topologicalOrder(drawn);
  if (sorted === null)
    throw new PlanError(
      'edge.cycle',
      `The edges form a cycle: ${[...findCycle(drawn)!, findCycle(drawn)![0]].join(' → ')}. Remove one of them.`,
    );
  return buildGraph(
    Array.from(sorted.order, (node) => ids[node]!),
    edges,
  );
}

function portTargets(workflow: Workflow, graph: Graph): Map<string, number[]>[] {
  const ports = graph.ids.map(() => new Map<string, number[]>());
  for (const { from, port, to } of workflow.edges) {
    const source = graph.indexOf.get(from);
    const target = graph.indexOf.get(to);
    if (source === undefined || target === undefined) continue;
    const targets = ports[source]!.get(port);
    if (targets === undefined) ports[source]!.set(port, [target]);
    else targets.push(target);
  }
  return ports;
}

function planTask(task: Task, workflow: Workflow, scope: number, ports: Map<string, number[]>): PlannedTask {
  const defaults = workflow.taskDefaults;
  const timeoutSec = task.timeoutSec ?? defaults?.timeoutSec;
  const pool = task.pool ?? defaults?.pool ?? { name: 'default', slots: 1 };
  const setup = task.role !== undefined && 'setup' in task.role;
  const teardown = task.role !== undefined && 'teardown' in task.role ? task.role.teardown : null;
  return {
    id: task.id,
    rule: task.triggerRule,
    retry: task.retry ?? defaults?.retry ?? noRetry,
    timeoutMs: timeoutSec === undefined ? null : timeoutSec * 1000,
    pool: pool.name,
    slots: pool.slots,
    setup,
    teardown: teardown !== null,
    ignorable: teardown !== null && !teardown.failsRun,
    dependsOnPast: task.past?.waitForDownstream === true || task.past?.dependsOnPast === true,
    disabled: task.disabled,
    scope,
    ports,
  };
}

/** Marks the tasks whose failure fails the run: semantics.md, "Run status". */
function deciding(graph: Graph, tasks: readonly PlannedTask[], rule: 'leaves' | 'any-failure'): Uint8Array {
  if (rule === 'any-failure') return Uint8Array.from(tasks, (task) => (task.ignorable ? 0 : 1));
  return leafNodes(graph, tasks);
}
