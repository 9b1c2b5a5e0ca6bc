import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { compilePlan, type Plan } from '#domain/run/plan.ts';

export type MapSpec = NonNullable<Task['map']>;

/** A definition made ready to run; shared by all runs of a version. */
export interface CompiledVersion {
  readonly workflow: Workflow;
  readonly plan: Plan;
  readonly tasks: ReadonlyMap<string, Task>;
  /** Mapping specs by the id of their task or group. */
  readonly maps: ReadonlyMap<string, MapSpec>;
  /** Direct upstreams of tasks that were asked about: every attempt asks. */
  readonly upstreams: Map<string, readonly string[]>;
}

/** Compiles a definition once for all its runs. */
export function compileVersion(workflow: Workflow): CompiledVersion {
  const maps = new Map<string, MapSpec>();
  for (const { id, map } of [...workflow.tasks, ...(workflow.groups ?? [])]) if (map) maps.set(id, map);
  const tasks = new Map(workflow.tasks.map((task) => [task.id, task]));
  return { workflow, plan: compilePlan(workflow), tasks, maps, upstreams: new Map() };
}

/** Direct neighbours of a task, the implied ones (list → mapped task, setup → teardown) among them. */
export function neighbours({ plan }: CompiledVersion, task: string, direction: 'up' | 'down'): string[] {
  const node = plan.indexOf.get(task);
  if (node === undefined) return [];
  const { offsets, targets } = plan.graph[direction];
  return Array.from(targets.subarray(offsets[node], offsets[node + 1]), (other) => plan.tasks[other]!.id);
}

/** The direct upstreams of a task, kept. */
export function upstreamsOf(compiled: CompiledVersion, task: string): readonly string[] {
  let known = compiled.upstreams.get(task);
  if (!known) compiled.upstreams.set(task, (known = neighbours(compiled, task, 'up')));
  return known;
}

/** The mapping that a task expands with: its own, or that of the group around it; undefined when it runs once. */
export function scopeOf({ plan }: CompiledVersion, task: string): Plan['scopes'][number] | undefined {
  const node = plan.indexOf.get(task);
  return node === undefined ? undefined : plan.scopes[plan.tasks[node]!.scope];
}

/** The mappings that take a list from this task. */
export function scopesFrom({ plan }: CompiledVersion, task: string): Plan['scopes'][number][] {
  const node = plan.indexOf.get(task);
  return node === undefined || plan.scopes.length === 0 ? [] : plan.scopes.filter((scope) => scope.sources.includes(node));
}

/** Whether attempts of this task are bounded in time. */
export function hasTimeout({ plan }: CompiledVersion, task: string): boolean {
  const node = plan.indexOf.get(task);
  return node !== undefined && plan.tasks[node]!.timeoutMs !== null;
}
