import type { Claim, WorkflowLimits } from './events.ts';
import { newGate, type Gate } from './gate.ts';
import type { Heap, HeapEntry } from './heap.ts';
import type { PastBook } from './past.ts';
import { unknownPool, type Pool } from './pool.ts';
import type { Request } from './request.ts';

/** A run as admission sees it. */
export interface AdmissionRun {
  readonly run: string;
  readonly workflow: AdmissionWorkflow;
  readonly logicalTime: number;
  readonly backfill: boolean;
  readonly seq: number;
  /** It has its place among the active runs; until then nothing of it is admitted. */
  active: boolean;
  paused: boolean;
  /** It was told to end for a newer one. */
  superseded: boolean;
  /** Its place in the run queue, while it waits there. */
  entry: HeapEntry<AdmissionRun> | null;
  readonly gate: Gate;
  maxActiveTasks: number;
  /** Its requests and holdings by `task#index@attempt`. */
  readonly requests: Map<string, Request>;
  /** Gates of mapped tasks with `maxParallel`, by task. */
  readonly copyGates: Map<string, Gate>;
}

export interface AdmissionWorkflow {
  readonly workflow: string;
  limits: WorkflowLimits;
  readonly gate: Gate;
  readonly taskGates: Map<string, Gate>;
  readonly active: Set<AdmissionRun>;
  readonly queue: Heap<AdmissionRun>;
}

/**
 * Everything between runs. It lives in memory alone and is changed in place: a state that was given to `admit` is spent. It
 * is made anew from the runs after a restart, so nothing is lost with it, and copies of it would cost more than they are worth.
 */
export interface AdmissionState {
  readonly pools: Map<string, Pool>;
  readonly workflows: Map<string, AdmissionWorkflow>;
  readonly runs: Map<string, AdmissionRun>;
  readonly past: PastBook;
  nextSeq: number;
}

/** Name and size of the pool that tasks use when they name none. */
const defaultPool = { name: 'default', slots: 128 } as const;

/** Nothing asked, nothing held; the default pool exists. */
export function newAdmission(): AdmissionState {
  const pools = new Map([
    [defaultPool.name, { ...unknownPool(defaultPool.name), size: defaultPool.slots, known: true } satisfies Pool],
  ]);
  return { pools, workflows: new Map(), runs: new Map(), past: new Map(), nextSeq: 1 };
}

/** The pool of this name; an unknown one is remembered with no slots, so that what asks for it waits and says why. */
export function poolOf(state: AdmissionState, name: string): Pool {
  let pool = state.pools.get(name);
  if (!pool) state.pools.set(name, (pool = unknownPool(name)));
  return pool;
}

/** The gate of this name in a map, made when it is missing. */
export function gateIn(gates: Map<string, Gate>, key: string, kind: Gate['kind'], name: string, limit: number): Gate {
  let gate = gates.get(key);
  if (!gate) gates.set(key, (gate = newGate(kind, name, limit)));
  return gate;
}

/** The request or holding that a claim names. */
export function requestOf(state: AdmissionState, claim: Claim): Request | undefined {
  return state.runs.get(claim.run)?.requests.get(`${claim.task}#${claim.index}@${claim.attempt}`);
}
