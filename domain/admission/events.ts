import type { Reason } from './reason.ts';

/** Names one request or holding: an attempt of a task run. `index` is −1 when the task is not mapped. */
export interface Claim {
  run: string;
  task: string;
  index: number;
  attempt: number;
}

/** What a workflow's settings say about how much of it may be active. */
export interface WorkflowLimits {
  maxActiveRuns: number;
  /** Over all its runs; missing = no limit. */
  maxActiveTasksPerWorkflow?: number | undefined;
  concurrency: 'queue' | 'skip' | 'cancel-previous';
}

/** What a task run wants in order to start. */
export interface Wish extends Claim {
  pool: string;
  slots: number;
  /** Effective priority; higher comes first. */
  priority: number;
  /** The task's `limits.perWorkflow`: copies of this task active in all runs of the workflow. */
  perWorkflow?: number | undefined;
  /** `map.maxParallel`: copies of this task active in this run. */
  maxParallel?: number | undefined;
}

/** What admission is told: past tense. An event that fits nothing (a run it does not know, a second release) changes nothing. */
export type AdmissionEvent =
  /** −1 = no limit. A pool that shrinks below what is held admits nothing until enough is given back. */
  | { type: 'poolChanged'; pool: string; slots: number }
  | { type: 'poolRemoved'; pool: string }
  | { type: 'workflowChanged'; workflow: string; limits: WorkflowLimits }
  /**
   * A run wants to begin. `active` says that it had begun already, and work of it is under way (recovery). `reopened`: it had
   * begun, and goes on when there is room (a person cleared tasks of it); it is not turned away and supersedes nobody.
   * Backfill runs come after all others.
   */
  | {
      type: 'runQueued';
      run: string;
      workflow: string;
      logicalTime: number;
      backfill: boolean;
      maxActiveTasks: number;
      active: boolean;
      reopened?: boolean;
      paused: boolean;
    }
  /** The run goes on with another version: so many of its tasks may be active at once. */
  | { type: 'runLimited'; run: string; maxActiveTasks: number }
  | { type: 'runPaused'; run: string }
  | { type: 'runResumed'; run: string }
  | { type: 'runEnded'; run: string }
  | ({ type: 'requested' } & Wish)
  /** Recovery: this attempt was admitted before; it holds its slots whatever the limits say now. */
  | ({ type: 'held' } & Wish)
  /** The attempt holds nothing any more, or wants nothing any more. */
  | ({ type: 'released' } & Claim)
  /** `wants`: tasks of the previous run that must be success or skipped; `met`: those that are. No previous run: `previous` null. */
  | { type: 'pastAsked'; run: string; task: string; previous: string | null; wants: string[]; met: string[] }
  /** All copies of this task of this run are (not) success or skipped now. */
  | { type: 'pastChanged'; run: string; task: string; met: boolean };

/** What admission decides. */
export type AdmissionDecision =
  | { type: 'runAdmitted'; run: string }
  /** `concurrency: skip`: the run must not begin. */
  | { type: 'runRefused'; run: string; reason: Reason }
  /** `concurrency: cancel-previous`: this run must be cancelled, so that the newer one finds room. */
  | { type: 'runSuperseded'; run: string; by: string }
  | ({ type: 'admitted' } & Claim)
  | { type: 'pastSatisfied'; run: string; task: string };
