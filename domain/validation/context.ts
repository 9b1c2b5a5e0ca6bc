import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { buildGraph } from '#domain/graph/build-graph.ts';
import type { Graph } from '#domain/graph/graph.ts';
import { topologicalOrder } from '#domain/graph/topological-order.ts';
import { mapEdges, namedScopes } from '#domain/run/plan-maps.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { KnownWorkflow } from './known-workflow.ts';

/** What every rule looks at; made once per validation. */
export interface Context {
  workflow: Workflow;
  /** By `type@version`. */
  manifests: ReadonlyMap<string, Manifest>;
  /** Index in `workflow.tasks`; of an id that stands twice, the first. */
  indexOf: ReadonlyMap<string, number>;
  groupIds: ReadonlySet<string>;
  /** Names of the connections there are; null where that is not known. */
  connections: ReadonlySet<string> | null;
  /** Tasks and edges, also those that roles and maps imply, without edges from a task to itself. Nodes are in the order of the tasks. */
  graph: Graph;
  /** The workflows there are, by id; null where nobody knows. */
  workflows: ReadonlyMap<string, KnownWorkflow> | null;
  /** Nodes in an order in which every edge goes forward; null when there is a cycle. */
  order: Int32Array | null;
}

/** One rule: what it finds, in the order of the definition. */
export type Rule = (context: Context) => Iterable<Problem>;

const teardownEdges = (tasks: readonly Task[]) =>
  tasks.flatMap(({ id, role }) =>
    role !== undefined && 'teardown' in role ? role.teardown.of.map((from) => ({ from, to: id })) : [],
  );

/** Looks through a workflow once for all rules. Of a catalogue with one operator twice, the later entry counts. */
export function makeContext(
  workflow: Workflow,
  catalog: readonly Manifest[],
  connections: ReadonlySet<string> | null = null,
  workflows: ReadonlyMap<string, KnownWorkflow> | null = null,
): Context {
  const indexOf = new Map<string, number>();
  workflow.tasks.forEach(({ id }, index) => {
    if (!indexOf.has(id)) indexOf.set(id, index);
  });
  const edges = [...workflow.edges, ...mapEdges(namedScopes(workflow), workflow.edges), ...teardownEdges(workflow.tasks)];
  const graph = buildGraph(
    workflow.tasks.map(({ id }) => id),
    edges.filter(({ from, to }) => from !== to),
  );
  return {
    workflow,
    manifests: new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest])),
    indexOf,
    connections,
    groupIds: new Set((workflow.groups ?? []).map(({ id }) => id)),
    graph,
    workflows,
    order: topologicalOrder(graph)?.order ?? null,
  };
}
