import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { RunType, TaskRunStatus } from '#domain/run/status.ts';
import type { FailureReason, Question } from '#operators/runner.ts';
import type { ArtifactRow, AttemptRow, LogChunk } from '#server/store/store.ts';

/*
 * The seam between a host (which decides and stores) and what makes an attempt happen. The performer never touches the
 * database: it reports facts, and the host commits them in its next turn.
 */

/** What is known of the run, for templates, `input.json` and the variables of a process. */
export interface JobRun {
  id: string;
  number: number;
  workflowId: string;
  version: number;
  runType: RunType;
  logicalTime: number;
  dataIntervalStart: number;
  dataIntervalEnd: number;
  params: JsonObject;
  triggerId: string | null;
}

/** One attempt to be made. Its row and token are durable before the performer hears of it. */
export interface AttemptJob {
  attemptId: string;
  token: string;
  run: JobRun;
  task: Task;
  /** -1 when the task is not mapped. */
  mapIndex: number;
  /** `item` of a mapped copy: its entry of the list, or the list of its entries when the task is mapped over several (`itemOf`). */
  item?: Json;
  attempt: number;
  /** Ids of the direct upstream tasks. */
  upstream: readonly string[];
  /** Status of any task of the run, for `tasks.<id>.status`. */
  statusOf(task: string): TaskRunStatus;
  /** Output of the newest successful attempt of a task (a list in index order for a mapped one); undefined when there is none. */
  outputOf(task: string): Promise<Json | undefined>;
  /** The same, when it is in memory and need not be read; undefined when it is not, or there is none. */
  outputNow?(task: string): Json | undefined;
  /** Artifacts of the newest successful attempt of a task, for `tasks.<id>.artifacts`; none when missing. */
  artifactsOf?(task: string): Promise<ArtifactRow[]>;
  /** Outputs of the leaves of a run that this attempt started, by task. */
  outputsOfRun?(runId: string): Promise<JsonObject>;
  /** Whether the run is the newest of its schedule at an instant (ms); missing: nobody can say. */
  isLatest?(nowMs: number): boolean;
  /** Set when the attempt was parked and goes on. */
  woken?: { answer?: Json };
  /** Newest stored log chunk of an attempt that goes on after it was parked, perhaps in an earlier engine. */
  lastLog?: LogChunk | null;
}

/** How an attempt ended, ready to be stored: everything in it is masked. */
export interface AttemptEnd {
  outcome:
    | { type: 'success'; ports?: string[]; shortCircuit?: 'descendants' | 'children' }
    | { type: 'failed'; error: FailureReason; retry: 'policy' | 'never'; infra?: boolean }
    | { type: 'skipped'; reason?: string };
  output: Json | null;
  exitCode: number | null;
  endedAt: number;
  artifacts: ArtifactRow[];
}

/** A run that an attempt wants of another workflow. */
export interface ChildRequest {
  workflow: string;
  params: JsonObject;
  /** The attempt goes on when the run has ended, not at once. */
  wait: boolean;
}

/** Facts, in the order they happen. Calls are synchronous; the host queues them and never throws. */
export interface PerformerReports {
  /** The config as rendered (masked); comes before `started`. */
  rendered(attemptId: string, config: Json): void;
  /** `process` is missing for in-process work. */
  started(attemptId: string, at: number, process?: { pid: number; pidStart: string; bootId: string }): void;
  ended(attemptId: string, end: AttemptEnd): void;
  parked(
    attemptId: string,
    as:
      | { type: 'up_for_reschedule' | 'deferred'; untilMs: number }
      | { type: 'awaiting_input'; key: string; ask?: Question; untilMs?: number },
  ): void;
  /** Another workflow is to be run for the attempt; the host starts it, and parks the attempt if it waits for its end. */
  child(attemptId: string, wanted: ChildRequest): void;
  logs(chunks: LogChunk[]): void;
}

/** Makes attempts happen. */
export interface Performer {
  /** Begins; every refusal (bad template, unknown operator) comes back as `ended` with `failed`. An operator that needs no waiting may end within the call. */
  perform(job: AttemptJob): void;
  /**
   * Whether the attempt touches nothing outside the engine and is over within `perform` (no-op and its like, a condition over
   * what is in memory): then the host may perform it before its intent is stored, since doing it again after a crash changes nothing.
   */
  isPure(job: AttemptJob): boolean;
  /** TERM to the whole group, after the grace KILL; `ended` follows with the code `cancelled` or `timeout`. Unknown ids are ignored. */
  stop(attemptId: string, why: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting'): void;
  /**
   * After a restart, for an attempt whose row is open: `adopted` (its process lives, with this token, and `ended` will
   * follow), `ended` (it ended while nobody looked; `ended` was or will be reported), `lost` (neither lives nor left its
   * end; the host counts it as infra). Log bytes after `lastLog` are taken over in each case.
   */
  adopt(row: AttemptRow, job: AttemptJob, lastLog: LogChunk | null): Promise<'adopted' | 'ended' | 'lost'>;
  /** Ends every process that carries a Drawloom cookie of this data directory and whose token is not in `current`. Gives how many. */
  endStrays(current: ReadonlySet<string>): Promise<number>;
  /** The host has stored the attempt's end: its directory may go. */
  forget(attemptId: string): void;
  /**
   * Resolves when no in-process work is under way that the next engine could not take up, or after `mostMs`. Attempts may
   * still be begun meanwhile.
   */
  drain(mostMs: number): Promise<void>;
  /**
   * Begins nothing more. In-process work is asked to stop and reported `failed (stopped, infra)`; processes are left running
   * for the next engine.
   */
  close(): Promise<void>;
}
