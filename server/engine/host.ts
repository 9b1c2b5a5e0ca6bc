import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent, TaskRunRef } from '#domain/run/events.ts';
import type { TaskRunView } from '#domain/run/read.ts';
import type { RunStatus, RunType } from '#domain/run/status.ts';

/** A run to be started. */
export interface HostRequest {
  workflow: WorkflowFile;
  params?: JsonObject;
  runType?: RunType;
  logicalTime?: number;
}

/** What people do to a run. */
export type HostAct =
  | { type: 'cancel' }
  | { type: 'pause' }
  | { type: 'resume' }
  | {
      type: 'clear';
      tasks: TaskRunRef[];
      upstream?: boolean;
      downstream?: boolean;
      onlyFailed?: boolean;
      /** What may be done twice though it may not be repeatable; the lack of one is refused where there is a world outside (`consent.required`). */
      consent?: TaskRunRef[];
    }
  /** Run just these; consent as of `clear`. */
  | { type: 'force'; tasks: TaskRunRef[]; consent?: TaskRunRef[] }
  /** To a task that waits for a person; the first answer counts. */
  | ({ type: 'answer'; answer: Json } & TaskRunRef)
  | ({ type: 'mark'; status: 'success' | 'failed' | 'skipped'; upstream?: boolean; downstream?: boolean } & TaskRunRef);

/** A run as a host knows it. */
export interface HostRun {
  runId: string;
  runType: RunType;
  status: RunStatus;
  reason: string | null;
  tasks: TaskRunView[];
}

/** Hears of events once they hold (are stored, where the host stores). */
export type HostListener = (runId: string, events: readonly RunEvent[]) => void;

/**
 * The seam between "what happens" and "what makes it happen": start a run, deliver an act, subscribe. One contract suite
 * (host-contract.ts) runs against every host; the same workflow, outcomes and admissions give the same statuses on each.
 */
export interface Host {
  /** Answers when the run is there (stored, where the host stores). Rejects with a Refusal. */
  start(request: HostRequest): Promise<string>;
  /** Rejects with a Refusal: `run.unknown`, `run.finished`, or the machine's own. */
  deliver(runId: string, act: HostAct): Promise<void>;
  subscribe(listener: HostListener): () => void;
  look(runId: string): Promise<HostRun>;
  /** Resolves when the run has ended and nothing of it is under way. */
  ended(runId: string): Promise<HostRun>;
  /** Publishes a workflow, so that tasks may start it. */
  publish(workflow: WorkflowFile): Promise<void>;
  /** Makes a pool, or changes its slots; −1 = no limit. */
  setPool(name: string, slots: number): Promise<void>;
  close(): Promise<void>;
}
