import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { namedTasks } from './named-tasks.ts';

type Mapping = NonNullable<Task['map']>;

/** One mapping: a mapped task, or a mapped group whose tasks expand together. */
export interface MapScope {
  /** Of the task or of the group. */
  readonly id: string;
  readonly group: boolean;
  /** Nodes, ascending. */
  readonly members: readonly number[];
  readonly combine: 'product' | 'zip';
  readonly limit: number;
  readonly maxParallel: number | null;
  /** One per `map.over`: a length that is written out, or the nodes that the template names. */
  readonly entries: readonly { readonly length: number | null; readonly sources: readonly number[] }[];
  /** All nodes that some entry names, ascending. */
  readonly sources: readonly number[];
}

/** A mapping before its tasks have numbers. */
export interface NamedScope {
  id: string;
  group: boolean;
  map: Mapping;
  members: string[];
  /** Tasks named per entry. */
  named: string[][];
}

/**
 * The mappings of a workflow. A task belongs to at most one: the outermost mapped group around it, else its own `map`
 * (mapping inside a mapped group is refused by validation).
 */
export function namedScopes(workflow: Workflow): NamedScope[] {
  const ids = new Set(workflow.tasks.map((task) => task.id));
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const scopes = new Map<string, NamedScope>();
  const open = (id: string, group: boolean, map: Mapping): NamedScope => {
    let scope = scopes.get(id);
    if (scope === undefined) {
      const named = map.over.map(({ items }) =>
        typeof items === 'string' ? namedTasks(items).filter((name) => ids.has(name)) : [],
      );
      scopes.set(id, (scope = { id, group, map, members: [], named }));
    }
    return scope;
  };
  for (const task of workflow.tasks) {
    let mapped: string | undefined;
    const seen = new Set<string>();
    for (let id = task.group; id !== undefined && !seen.has(id); id = groups.get(id)?.parent) {
      seen.add(id);
      if (groups.get(id)?.map !== undefined) mapped = id;
    }
    if (mapped !== undefined) open(mapped, true, groups.get(mapped)!.map!).members.push(task.id);
    else if (task.map !== undefined) open(task.id, false, task.map).members.push(task.id);
  }
  return [...scopes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Edges that a mapping implies: from every task whose list it takes to the mapped task, or to those tasks of the mapped
 * group that have no upstream inside it.
 */
export function mapEdges(
  scopes: readonly NamedScope[],
  drawn: readonly { from: string; to: string }[],
): { from: string; to: string }[] {
  const edges: { from: string; to: string }[] = [];
  for (const scope of scopes) {
    const members = new Set(scope.members);
    const inner = new Set(drawn.filter((edge) => members.has(edge.from) && members.has(edge.to)).map((edge) => edge.to));
    for (const from of new Set(scope.named.flat())) for (const to of scope.members) if (!inner.has(to)) edges.push({ from, to });
  }
  return edges;
}

/** The mapping with numbers for ids. */
export function planScope(scope: NamedScope, indexOf: ReadonlyMap<string, number>): MapScope {
  const numbers = (ids: Iterable<string>) => [...new Set(ids)].map((id) => indexOf.get(id)!).sort((a, b) => a - b);
  return {
    id: scope.id,
    group: scope.group,
    members: numbers(scope.members),
    combine: scope.map.combine,
    limit: scope.map.limit,
    maxParallel: scope.map.maxParallel ?? null,
    entries: scope.map.over.map(({ items }, entry) => ({
      length: typeof items === 'string' ? null : items.length,
      sources: numbers(scope.named[entry]!),
    })),
    sources: numbers(scope.named.flat()),
  };
}
