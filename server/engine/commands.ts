import type { PoolUse } from '#domain/admission/pool-use.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Unmet } from '#domain/run/read.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { RunStatus } from '#domain/run/status.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunAct, RunActPreview, VersionChoice } from './run-act.ts';
import type { OwnResource } from './measure/own-resources.ts';
import type { TryInput } from '#server/store/try-row.ts';

/** What a person answers. Whether this person may is the caller's to see to. */
export interface ApprovalAnswer {
  /** Id of the attempt that asks. */
  id: string;
  decision: 'approved' | 'rejected';
  /** What was filled in. */
  answers?: JsonObject;
  comment?: string;
  by: string | null;
  /** As the output names the person. */
  byName: string;
}

/** What the engine finds of its own invariants; each list is cut, an empty one is good. */
export interface EngineCheck {
  /** Enabled triggers looked at, and those whose occurrence is due for more than a minute and not decided. */
  triggers: number;
  overdue: { workflowId: string; triggerId: string; at: number }[];
  /** Processes that the spawner looks after, and attempts among them that are not open. */
  processes: number;
  left: string[];
  /** Task runs that wait, and those of them without any reason. */
  waiting: number;
  silent: { runId: string; task: string; index?: number }[];
  /** Attempts whose row somebody else changed since the engine started. */
  contested: string[];
  /** What the engine takes of its memory and open files, and the most it should. */
  resources: OwnResource[];
}

/**
 * What web and CLI ask of the engine process: acts on runs, publishing and switching. Served as a tRPC router on a
 * loopback port; `engine.json` in the data directory (mode 0600) says which, with the bearer token.
 * A refusal is a TRPCError whose message is a sentence and whose cause carries a dotted code (server/refusal.ts).
 */
/** A run has changed. What it is now stands in the store. */
export interface RunHint {
  runId: string;
  /** Of its last event. */
  seq: number;
  /** It has ended, and nobody has taken it up again. */
  ended: boolean;
  /** The events up to `seq`, without a gap: `seq − length + 1 … seq`. Missing when there are none, or too many. */
  events?: RunEvent[];
}

export interface EngineCommands {
  publish(input: { workflowId: string; revision: number; message: string; by: string | null }): Promise<{ version: number }>;
  setEnabled(input: { workflowId: string; enabled: boolean; by: string | null }): Promise<{ enabled: boolean }>;
  setTriggerEnabled(input: { workflowId: string; triggerId: string; enabled: boolean; by: string | null }): Promise<void>;
  removeWorkflow(input: { workflowId: string; by: string | null }): Promise<void>;
  restoreWorkflow(input: { workflowId: string; by: string | null }): Promise<void>;
  /** Starts a manual run of the newest version, or of `draft` (published nowhere; kept with the run as version 0). */
  createRun(input: {
    workflowId: string;
    params?: JsonObject;
    logicalTime?: number;
    draft?: WorkflowFile;
    idempotencyKey?: string;
    /** It is the trial run of the workflow's open circuit breaker (`breaker.not-open`, 409, when there is nothing to try). */
    trial?: boolean;
    by: string | null;
  }): Promise<{
    runId: string;
    number: number;
    /** As it was stored with the turn that answers: a run without work outside the engine may have ended in it. */
    status: RunStatus;
  }>;
  /**
   * Tries one task of a draft: `draft` is that task with stand-ins for those before it, `given` their outputs. The run is
   * of type `try`, in no list, and goes when the task is tried again. Refused with `try.running` (409) while its last try goes on.
   */
  createTry(input: {
    workflowId: string;
    task: string;
    draft: WorkflowFile;
    params?: JsonObject;
    given: Record<string, Json>;
    inputs: TryInput[];
    by: string | null;
  }): Promise<{ runId: string }>;
  /** `idempotencyKey`, here and below: the same key does nothing twice, and is answered as the first time; `act.key-reused` (409) for another act. */
  cancelRun(input: { runId: string; idempotencyKey?: string; by: string | null }): Promise<void>;
  pauseRun(input: { runId: string; paused: boolean; by: string | null }): Promise<void>;
  clearTasks(input: {
    runId: string;
    tasks: { task: string; index?: number }[];
    upstream?: boolean;
    downstream?: boolean;
    onlyFailed?: boolean;
    /** Left as done. */
    spare?: { task: string; index?: number }[];
    /** Missing: its own. Refused with `version.*` (409), `params.invalid` (422). */
    version?: VersionChoice;
    /** What may be done again though it may not be repeatable; the lack of one is refused (`consent.required`, 409, with the list). */
    consent?: { task: string; index?: number }[];
    idempotencyKey?: string;
    by: string | null;
  }): Promise<void>;
  /** What an act would do now, by the code that does it. Refused with `run.unknown` (404); changes nothing. */
  previewAct(input: { runId: string; act: RunAct }): Promise<RunActPreview>;
  /** Runs just these, whatever their upstream says; the old attempts stay. Consent as of `clearTasks`. */
  forceTasks(input: {
    runId: string;
    tasks: { task: string; index?: number }[];
    consent?: { task: string; index?: number }[];
    idempotencyKey?: string;
    by: string | null;
  }): Promise<void>;
  markTask(input: {
    runId: string;
    task: string;
    index?: number;
    status: 'success' | 'failed' | 'skipped';
    upstream?: boolean;
    downstream?: boolean;
    /** As of `clearTasks`: for descendants that start over. */
    consent?: { task: string; index?: number }[];
    idempotencyKey?: string;
    by: string | null;
  }): Promise<void>;
  /** Opens or closes a workflow's circuit breaker by hand: `breaker.none`, `breaker.unchanged` (409). */
  setBreaker(input: { workflowId: string; open: boolean; by: string | null }): Promise<void>;
  /** Has an alert tried now that waits or was given up: `alert.unknown` (404), `alert.sent` (409). */
  sendAlertAgain(input: { id: string }): Promise<void>;
  /** Gives a task that waits for a person its answer; the first one counts. */
  answerApproval(input: ApprovalAnswer): Promise<void>;
  /** Next due instant of every enabled trigger. */
  nextOccurrences(): Promise<{ workflowId: string; triggerId: string; at: number | null }[]>;
  /**
   * Conditions not met, per task run that waits (of one task, when it is named), with codes and names. With `estimate` also
   * when it will probably begin, where that can be said; it reads the history of the workflow.
   */
  waiting(input: {
    runId: string;
    task?: string;
    estimate?: boolean;
  }): Promise<{ task: string; index?: number; reasons: Unmet[]; expectedAt?: number }[]>;
  /**
   * Long poll: resolves when run `runId` (or any, when missing) has news after the cursor `after`, or after 25 s with nothing.
   * `until: 'ended'`: only the news that a run has ended. `eventsOf`: of these runs with the events
   * themselves, where the engine still has them.
   */
  news(input: {
    after: number;
    runId?: string;
    until?: 'ended';
    eventsOf?: string[];
  }): Promise<{ cursor: number; runs: RunHint[] }>;
  status(): Promise<{
    pid: number;
    startedAt: number;
    running: number;
    queued: number;
    durability: 'D1' | 'D2';
    spawner: boolean;
    python: string | null;
    /** Bytes of resident memory. */
    memoryBytes: number;
    node: string;
    /** Of the product. */
    version: string;
    /** Version of the time zone data it goes by; null when its Node does not say. */
    zoneData: string | null;
  }>;
  /** Everything measured, in the text format of Prometheus. */
  metrics(): Promise<{ text: string }>;
  /** What only the engine can say of the invariants. */
  selfCheck(): Promise<EngineCheck>;
  /** Every pool that exists or is asked for, with its use now. */
  pools(): Promise<PoolUse[]>;
  /** Makes a pool, or changes it; what waits is admitted at once. -1 slots: no limit. */
  putPool(input: { name: string; slots: number; description: string; by: string | null }): Promise<void>;
  /** Refused with `pool.used` (409) while tasks hold it or wait for it, and for the default pool (`pool.default`). */
  removePool(input: { name: string; by: string | null }): Promise<void>;
}
