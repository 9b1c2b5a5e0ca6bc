import type { Retry, TriggerRule } from '#domain/definition/schema/workflow.ts';
import type { Adjacency, Graph } from '#domain/graph/graph.ts';
import type { MapScope } from './plan-maps.ts';

/** What the machine needs of a task, made ready. */
export interface PlannedTask {
  readonly id: string;
  readonly rule: TriggerRule;
  readonly retry: Retry;
  /** Per attempt, ms; null = none. */
  readonly timeoutMs: number | null;
  readonly pool: string;
  readonly slots: number;
  readonly setup: boolean;
  readonly teardown: boolean;
  /** A teardown whose failure does not fail the run, and which does not hold a leaf back. */
  readonly ignorable: boolean;
  readonly dependsOnPast: boolean;
  readonly disabled: boolean;
  /** Number of its mapping in `Plan.scopes`; -1 when it runs once. */
  readonly scope: number;
  /** Nodes behind each port, as drawn. */
  readonly ports: ReadonlyMap<string, readonly number[]>;
}

/**
 * A workflow version made ready for the machine: integers for ids, neighbours in typed arrays. A task's number is its place
 * by depth, then by id, so the order of declaration never matters. Not part of a state; made once per version.
 */
export interface Plan {
  readonly workflow: string;
  readonly tasks: readonly PlannedTask[];
  /** With the implied edges: list → mapped task, setup → its teardown. */
  readonly graph: Graph;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Effective, by task. */
  readonly priority: Float64Array;
  /** 1 for tasks whose failure fails the run. */
  readonly decides: Uint8Array;
  readonly scopes: readonly MapScope[];
  /** From a task whose output is a list to the tasks that are mapped over it. */
  readonly readers: Adjacency;
  /** Setups in the scope of a task that are not direct upstreams of it, and the other way round. */
  readonly setups: Adjacency;
  readonly setupUsers: Adjacency;
  /** From a task to the teardowns that wait for it although it is no direct upstream; the other way round; how many each waits for. */
  readonly teardowns: Adjacency;
  readonly teardownsOver: Adjacency;
  readonly teardownWaits: Int32Array;
  /** Whether there is any mapping, setup or teardown at all. */
  readonly hasScopes: boolean;
  /** Tasks that can be judged the moment the run starts. */
  readonly first: readonly number[];
  readonly failFast: boolean;
  readonly runTimeoutMs: number | null;
}

/** The plan of a version of the workflow; undefined when it is not at hand. */
export type PlanOf = (version: number) => Plan | undefined;

/** How many direct upstreams a task has, as drawn. */
export function upstreamCount(plan: Plan, task: number): number {
  const { offsets } = plan.graph.up;
  return offsets[task + 1]! - offsets[task]!;
}
