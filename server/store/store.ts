import type { Breaker } from '#domain/admission/breaker.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { ListedRunType } from '#domain/run/listed-run-types.ts';
import type { AlertRow, AlertTable } from './alert-row.ts';
import type { ApprovalEnd, ApprovalRow, ApprovalTable } from './approval-row.ts';
import type { ChildRunRow, ChildRunTable } from './child-run-row.ts';
import type { ConnectionTable } from './connection-row.ts';
import type { PinTable, TryTable } from './try-row.ts';
import type { NoteTable } from './note-row.ts';
import type { RunStatus, RunType, TaskRunStatus } from '#domain/run/status.ts';

/*
 * What the rest of the server may ask of a database. One contract suite runs against SQLite and PostgreSQL.
 * Instants are ms since the epoch (number), ids are strings, JSON is parsed. Every write that answers a person
 * is durable (D2) when its promise resolves. A lost race is an answer (`false`, `conflict`), not an exception.
 */

export interface WorkflowRow {
  id: string;
  project: string;
  name: string;
  tags: string[];
  enabled: boolean;
  /** Of the newest version, null before the first publish. */
  version: number | null;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
  createdBy: string | null;
}
export interface DraftRow {
  workflowId: string;
  revision: number;
  definition: WorkflowFile;
  /** The version it was begun from. */
  baseVersion: number | null;
  savedAt: number;
  savedBy: string | null;
}
export interface VersionRow {
  workflowId: string;
  version: number;
  definition: WorkflowFile;
  hash: string;
  message: string;
  publishedAt: number;
  publishedBy: string | null;
}
export interface RunRow {
  id: string;
  /** Rising number inside the workflow, for people: `run 412`. */
  number: number;
  workflowId: string;
  version: number;
  runType: RunType;
  status: RunStatus;
  paused: boolean;
  reason: string | null;
  logicalTime: number;
  params: JsonObject;
  triggerId: string | null;
  createdBy: string | null;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** seq of the last event. */
  seq: number;
}
export interface TaskRunRow {
  runId: string;
  task: string;
  /** -1 when not mapped. */
  mapIndex: number;
  status: TaskRunStatus;
  /** Attempts begun so far. */
  attempt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Shortest true reason: `exit 3`, `port stale not taken`. */
  reason: string | null;
}
export type AttemptStatus = 'queued' | 'running' | 'success' | 'failed' | 'skipped' | 'cut' | 'cancelled' | 'parked';
export interface AttemptRow {
  id: string;
  runId: string;
  task: string;
  mapIndex: number;
  attempt: number;
  token: string;
  status: AttemptStatus;
  /** Lost to our own failure; not counted against retries. */
  infra: boolean;
  pid: number | null;
  /** Start time of the process as the system says it, and the boot id: with pid and token they identify it for adoption. */
  pidStart: string | null;
  bootId: string | null;
  queuedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  exitCode: number | null;
  errorCode: string | null;
  error: string | null;
  /** Config as rendered, masked. */
  config: Json | null;
  /** ≤ 256 KiB, masked. */
  output: Json | null;
}
/** A change of an attempt, applied only when the row still has `token` and `expected` (compare-and-set). */
export interface AttemptPatch {
  id: string;
  token: string;
  expected: AttemptStatus[];
  set: Partial<Omit<AttemptRow, 'id' | 'runId' | 'task' | 'mapIndex' | 'attempt' | 'token'>>;
}
export interface LogChunk {
  attemptId: string;
  stream: 'out' | 'err' | 'sys';
  /** Rising inside the attempt over all streams. */
  seq: number;
  /** Byte offset of this chunk in its stream's source. */
  offset: number;
  at: number;
  text: string;
  /** Bytes left out before this chunk by the cap; 0 normally. */
  omitted: number;
}
export interface ArtifactRow {
  id: string;
  runId: string;
  attemptId: string;
  name: string;
  bytes: number;
  sha256: string;
  type: string;
}
export interface OccurrenceRow {
  workflowId: string;
  triggerId: string;
  /** The due instant; with the two ids the key, unique for ever. */
  at: number;
  outcome: 'run' | 'skipped';
  reason: string | null;
  runId: string | null;
  decidedAt: number;
}
export interface TriggerStateRow {
  workflowId: string;
  triggerId: string;
  enabled: boolean;
  /** Everything at or before this instant is decided: the high-water mark; it never goes back. */
  decidedThrough: number;
}
/** The circuit breaker of a workflow; one that nothing has happened to has no row. */
export interface BreakerRow extends Breaker {
  workflowId: string;
}
export interface PoolRow {
  name: string;
  slots: number;
  description: string;
}

/** An act of a person that a request with a key brought. */
export interface RunActRow {
  runId: string;
  key: string;
  /** What was done, as text. */
  act: string;
  at: number;
}

/** Everything one turn of the engine's loop decided, for any number of runs: one transaction, all or nothing. */
export interface TurnWrite {
  /**
   * `draft` is the definition of a run of version 0, kept with the run. `idempotencyKey` is unique inside the workflow: a
   * second run with it is StoreConflict `store.duplicate` (look first: `runs.byIdempotencyKey`).
   */
  newRuns?: (RunRow & { draft?: WorkflowFile; idempotencyKey?: string })[];
  runs?: { id: string; set: Partial<Pick<RunRow, 'status' | 'paused' | 'reason' | 'startedAt' | 'endedAt' | 'seq'>> }[];
  /** One row a run and turn: `events` have the seqs `firstSeq … firstSeq + events.length − 1`. Refused when firstSeq is taken. */
  events?: { runId: string; firstSeq: number; at: number; events: RunEvent[] }[];
  /** Upserted by (runId, task, mapIndex). */
  taskRuns?: TaskRunRow[];
  /** Mapped tasks that have their copies now: what they had without a map index is no task run any more. */
  goneTaskRuns?: { runId: string; task: string }[];
  /** Runs that go on with another version of their workflow: all task runs of `goneTasks` go before `taskRuns` are written. */
  movedRuns?: { runId: string; version: number; params: JsonObject; goneTasks: string[] }[];
  newAttempts?: AttemptRow[];
  attempts?: AttemptPatch[];
  artifacts?: ArtifactRow[];
  occurrences?: OccurrenceRow[];
  triggerStates?: TriggerStateRow[];
  /** Upserted by workflow. */
  breakers?: BreakerRow[];
  snapshots?: { runId: string; seq: number; machine: number; state: Uint8Array }[];
  logs?: LogChunk[];
  approvals?: ApprovalRow[];
  /** Applied while the row is `waiting`; otherwise it stays as it is. */
  approvalEnds?: ApprovalEnd[];
  /** A second child of one attempt is StoreConflict `store.duplicate`. */
  childRuns?: ChildRunRow[];
  /** One that is there already (same id) stays as it is. */
  alerts?: AlertRow[];
  /** A second one of the same run and key is StoreConflict `store.duplicate` (look first: `runs.act`). */
  runActs?: RunActRow[];
}
/** Patches whose compare-and-set found another token or status; the rest of the turn is written all the same. */
export interface TurnResult {
  lostAttempts: string[];
  /** Occurrences that were decided already: their new runs (by `runId`) were not written. */
  takenOccurrences: OccurrenceRow[];
}

/** A row that an invariant of trust.md forbids. */
export interface Contradiction {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I11' | 'I15' | 'I17';
  /** Names the row. */
  subject: string;
  /** What is wrong with it. */
  message: string;
}

/** What the task runs of one task of a run come to: the copies of a mapped one together. */
export interface GridCell {
  task: string;
  /** How many of its task runs have each status. */
  statuses: Partial<Record<TaskRunStatus, number>>;
  startedAt: number | null;
  /** Null while one of them goes on. */
  endedAt: number | null;
  /** Most attempts that one of them has begun. */
  attempt: number;
}
/** A run of the grid; tasks that have not been looked at yet (`none`) may have no cell. */
export interface GridRun {
  run: RunRow;
  cells: GridCell[];
}

export interface RunFilter {
  workflowId?: string;
  status?: RunStatus[];
  runType?: readonly ListedRunType[];
  /** Of one workflow's: its ids are its own. Without `workflowId`, those of every workflow that has one of this name, and slower. */
  triggerId?: string;
  /** Made at this instant (ms) or later. */
  from?: number;
  /** Made before this instant (ms). */
  to?: number;
  /** Keyset: rows older than this cursor (`createdAt`, `id`). */
  before?: { createdAt: number; id: string };
  limit: number;
}

export interface Store {
  readonly provider: 'sqlite' | 'postgres';
  workflows: {
    create(
      row: Pick<WorkflowRow, 'id' | 'project' | 'name' | 'tags' | 'createdBy'>,
      draft: WorkflowFile,
      at: number,
    ): Promise<'created' | 'exists'>;
    /** Without deleted ones, by name. */
    list(): Promise<WorkflowRow[]>;
    /** Deleted ones, the last one first. */
    deleted(): Promise<WorkflowRow[]>;
    get(id: string): Promise<WorkflowRow | null>;
    /** Ids of all, deleted ones included. */
    ids(): Promise<string[]>;
    setEnabled(id: string, enabled: boolean, at: number): Promise<boolean>;
    /** Puts them into a project; those that are deleted stay where they are. Gives how many moved. */
    move(ids: readonly string[], project: string, at: number): Promise<number>;
    /** Keeps runs and versions; `restore` brings it back. */
    remove(id: string, at: number): Promise<boolean>;
    restore(id: string, at: number): Promise<boolean>;
  };
  drafts: {
    get(workflowId: string): Promise<DraftRow | null>;
    getAll(): Promise<DraftRow[]>;
    /** Which revision each draft is at: what a list asks before it reads those it does not know. */
    revisions(): Promise<Pick<DraftRow, 'workflowId' | 'revision'>[]>;
    /** At least these, in one statement. */
    getSome(workflowIds: string[]): Promise<DraftRow[]>;
    /** Saves over `baseRevision`; a newer one is a conflict and comes back untouched. */
    save(
      workflowId: string,
      baseRevision: number,
      definition: WorkflowFile,
      by: string | null,
      at: number,
    ): Promise<{ ok: true; revision: number } | { ok: false; current: DraftRow | null }>;
  };
  versions: {
    /** Next number; the workflow's name and tags follow the definition. Publishing what is already the newest (same hash) returns it. */
    publish(
      workflowId: string,
      definition: WorkflowFile,
      hash: string,
      message: string,
      by: string | null,
      at: number,
    ): Promise<VersionRow>;
    get(workflowId: string, version: number): Promise<VersionRow | null>;
    newest(workflowId: string): Promise<VersionRow | null>;
    /** Newest version of every enabled, undeleted workflow: what the scheduler looks after. */
    enabled(): Promise<VersionRow[]>;
    list(workflowId: string): Promise<Omit<VersionRow, 'definition'>[]>;
  };
  runs: {
    get(id: string): Promise<RunRow | null>;
    /** The run that a request with this key made. */
    byIdempotencyKey(workflowId: string, key: string): Promise<RunRow | null>;
    /** The act on a run that a request with this key brought. */
    act(runId: string, key: string): Promise<RunActRow | null>;
    /** Forgets up to `limit` keys of acts that were done before an instant (ms). Gives how many. */
    pruneActs(before: number, limit: number): Promise<number>;
    /** What the run runs: its version's definition, or its own draft (version 0). */
    definition(id: string): Promise<WorkflowFile | null>;
    /**
     * The last run of its workflow before this one, by logical time and then by number; with or without those of drafts.
     * Tries are of no workflow.
     */
    previous(
      run: Pick<RunRow, 'workflowId' | 'logicalTime' | 'number'>,
      drafts: boolean,
    ): Promise<Pick<RunRow, 'id' | 'logicalTime' | 'number'> | null>;
    /** Without tries. */
    list(filter: RunFilter): Promise<RunRow[]>;
    /** A page of one workflow's runs, newest first, each with what its tasks are doing: one statement, however many. */
    grid(filter: {
      workflowId: string;
      runType?: ListedRunType;
      before?: RunFilter['before'];
      limit: number;
    }): Promise<GridRun[]>;
    /** Newest `count` runs of each of these workflows, newest first. */
    recent(workflowIds: string[], count: number): Promise<RunRow[]>;
    /**
     * The newest `runs` runs of a workflow that ended by themselves (success or failed), and what each of their tasks that went
     * well took: one row a run and task, at most `rows`, newest runs first. `durationMs` is the mean over the copies.
     */
    durations(
      workflowId: string,
      bound: { runs: number; rows: number },
    ): Promise<{
      runs: Pick<RunRow, 'id' | 'status' | 'startedAt' | 'endedAt'>[];
      tasks: { runId: string; task: string; durationMs: number; copies: number }[];
    }>;
    unfinished(): Promise<RunRow[]>;
    /**
     * Runs of versions of the same workflow that are earlier (`past`) or later (`future`) than this one by logical time, the
     * nearest first, and how many there are beyond `limit`.
     */
    around(
      run: Pick<RunRow, 'workflowId' | 'logicalTime'>,
      which: 'past' | 'future',
      limit: number,
    ): Promise<{ runs: RunRow[]; more: number }>;
    nextNumber(workflowId: string): Promise<number>;
    taskRuns(runId: string): Promise<TaskRunRow[]>;
    attempts(runId: string, task?: string, mapIndex?: number): Promise<AttemptRow[]>;
    attempt(id: string): Promise<AttemptRow | null>;
    /** Attempts that are queued, running or parked, of all runs: what recovery looks at. */
    openAttempts(): Promise<AttemptRow[]>;
    events(runId: string, afterSeq: number, limit: number): Promise<{ seq: number; event: RunEvent }[]>;
    /** All events, by seq, of those of these runs that have no snapshot. A statement names them all: at most some hundreds. */
    histories(runIds: string[]): Promise<ReadonlyMap<string, RunEvent[]>>;
    snapshot(runId: string): Promise<{ seq: number; machine: number; state: Uint8Array } | null>;
    logs(attemptId: string, afterSeq: number, limit: number): Promise<LogChunk[]>;
    lastLog(attemptId: string): Promise<LogChunk | null>;
    artifacts(runId: string): Promise<ArtifactRow[]>;
    artifact(id: string): Promise<ArtifactRow | null>;
    /** Output of the newest successful attempt of each task run. */
    outputs(runId: string): Promise<{ task: string; mapIndex: number; output: Json | null }[]>;
    /**
     * Up to `limit` finished runs of a workflow that go by a rule: all but the `keepNewest` newest, or what ended before
     * an instant; the oldest first. The newest run of a workflow stays always, so that numbers go on and the past can be asked,
     * and so does one that a request with a key made at `keyedSince` (ms) or later: sent again, it must find its run.
     */
    expired(
      rule: { workflowId: string; keepNewest?: number; endedBefore?: number; keyedSince?: number },
      limit: number,
    ): Promise<string[]>;
    /** Removes a finished run and all that hangs on it, bit by bit; false when it is not there or not finished. Files are the caller's. */
    purge(runId: string): Promise<boolean>;
  };
  triggers: {
    states(): Promise<TriggerStateRow[]>;
    setEnabled(workflowId: string, triggerId: string, enabled: boolean, decidedThrough: number): Promise<void>;
    occurrences(workflowId: string, limit: number): Promise<OccurrenceRow[]>;
    /**
     * Removes up to `limit` occurrences of a workflow that were due before an instant: recorded skips, and those whose run is
     * gone. One whose run is there stays, and so does everything after the trigger's high-water mark. Gives how many went.
     */
    pruneOccurrences(workflowId: string, before: number, limit: number): Promise<number>;
  };
  accounts: {
    /** Whether anybody can sign in: an account with a password or a provider is there. */
    exist(): Promise<boolean>;
  };
  connections: ConnectionTable;
  breakers: {
    /** All that have a row, by workflow. Written by turns alone. */
    list(): Promise<BreakerRow[]>;
  };
  alerts: AlertTable;
  pins: PinTable;
  tries: TryTable;
  approvals: ApprovalTable;
  childRuns: ChildRunTable;
  notes: NoteTable;
  pools: {
    list(): Promise<PoolRow[]>;
    put(pool: PoolRow): Promise<void>;
    /** False when it is not there. */
    remove(name: string): Promise<boolean>;
  };
  health: {
    /** Rows that contradict an invariant, at most `limit` for each check. Every check looks at the newest rows alone, or along an index. */
    contradictions(limit: number): Promise<Contradiction[]>;
    /** What the database calls itself, and the bytes it takes. */
    about(): Promise<{ version: string; bytes: number }>;
  };
  settings: {
    get(key: string): Promise<string | null>;
    put(key: string, value: string): Promise<void>;
    putIfAbsent(key: string, value: string): Promise<boolean>;
  };
  /** The engine's hot path: one transaction. Rejects with StoreUnavailable (`store.locked`, `store.disk-full`, `store.gone`) and then nothing was written. */
  commitTurn(turn: TurnWrite): Promise<TurnResult>;
  /**
   * Gives at most so many pages that are free back to the system, in a transaction of its own between turns. Gives how many
   * are left to give back. PostgreSQL looks after that itself (autovacuum): always 0.
   */
  shrink(pages: number): Promise<number>;
  /** Whether it answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const unavailable = Symbol.for('drawloom.store-unavailable');

/**
 * The database cannot take the write now; nothing was written, try again. After `store.fsync-failed` nobody knows what
 * the disk holds: the store refuses everything from then on, and the process must end (recovery reads what is there).
 */
export class StoreUnavailable extends Error {
  readonly [unavailable] = true;

  /** The pages are bundled in parts that each have their own copy of this class: what counts is the mark, not the copy. */
  static [Symbol.hasInstance]<T extends object>(this: abstract new (...args: never[]) => T, value: unknown): value is T {
    if (this !== (StoreUnavailable as unknown)) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && unavailable in value;
  }

  constructor(
    readonly code: 'store.locked' | 'store.disk-full' | 'store.gone' | 'store.fsync-failed',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The write contradicts what is stored (a seq that is taken, a run that is not there): a defect of the caller; nothing was written. */
export class StoreConflict extends Error {
  constructor(
    readonly code: 'store.seq-taken' | 'store.run-missing' | 'store.duplicate',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
