import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { RunProgress } from '#domain/run/run-progress.ts';
import type { RunState } from '#domain/run/state.ts';
import type { RunType } from '#domain/run/status.ts';
import type { CompiledVersion } from './compiled-version.ts';
import type { OpenAttempt } from './open-attempt.ts';
import type { OutputCache } from './output-cache.ts';

/** The attempt of another run that a child run was started for. */
export interface ParentAttempt {
  readonly runId: string;
  readonly task: string;
  /** Missing when the task is not mapped. */
  readonly index?: number;
  readonly attempt: number;
  /** 1 for the child of a run that is no child itself. */
  readonly depth: number;
}

/** What never changes about a run, but for `version` and `params`, which change when a person moves it to a newer version. */
export interface RunFacts {
  readonly id: string;
  readonly number: number;
  readonly workflowId: string;
  readonly version: number;
  readonly runType: RunType;
  readonly logicalTime: number;
  readonly dataIntervalStart: number;
  readonly dataIntervalEnd: number;
  readonly params: JsonObject;
  readonly triggerId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: number;
  /** Definition of a run of version 0. */
  readonly draft?: WorkflowFile;
  readonly idempotencyKey?: string;
  /** The attempt that started it. */
  readonly parent?: ParentAttempt;
}

/** A run in memory: unfinished, or with a process of it that still ends. */
export interface ActiveRun {
  facts: RunFacts;
  /** Of the version that it is on. */
  compiled: CompiledVersion;
  /** Takes its events. */
  readonly progress: RunProgress;
  /** The state as it is now; asking for it between the events of one turn costs a copy of what they changed. */
  readonly state: RunState;
  /** The state as it is stored: what the next turn's rows are compared with. */
  storedState: RunState;
  /** seq of the last event. */
  seq: number;
  snapshotSeq: number;
  /** Events of this turn. */
  fresh: RunEvent[];
  /** Its row is written with this turn. */
  isNew: boolean;
  readonly attempts: Map<string, OpenAttempt>;
  readonly outputs: OutputCache;
  /** Lists of its mappings, by task or group; null for an entry that is not known. Made again when missing. */
  readonly lists: Map<string, (Json[] | null)[]>;
  /** Ends of attempts whose output is a list for others are decided one after the other: this is the last of them. */
  ending: Promise<void>;
}
