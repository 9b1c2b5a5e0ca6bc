import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { RunType } from './status.ts';

/** Names a task run inside its run; `index` is the map index, missing when the task is not mapped. */
export interface TaskRunRef {
  task: string;
  index?: number;
}

/** Why an attempt failed. */
export interface Failure {
  code: string;
  message: string;
}

/**
 * Lengths of the lists that mapped tasks (or mapped groups) expand over: for each its id, and one length per entry of its
 * `map.over`; null where this event does not tell it. The machine never sees the values.
 *
 * Who computes them: the host, from the templates `items`. With `runCreated` those that name no task (params alone); with
 * the `attemptEnded` success of a task those that name it, as soon as every task they name has succeeded (with a mapped
 * task, when its last copy ends). A template that yields no list is for the host to report as a failure of that attempt.
 * Written-out lists (`items: […]`) are in the definition and never told.
 */
export type ListLengths = Record<string, (number | null)[]>;

/**
 * What an attempt answered, as the run machine needs it. `output` bytes are kept elsewhere.
 * `list` is the length of the output when it is a list: it stands for every entry whose template names this task and no
 * other, and for which `lists` says nothing.
 */
export type AttemptResult =
  | { type: 'success'; ports?: string[]; shortCircuit?: 'descendants' | 'children'; list?: number; lists?: ListLengths }
  | { type: 'failed'; error: Failure; retry: 'policy' | 'never'; infra?: boolean }
  | { type: 'skipped'; reason?: string };

interface At {
  /** ms since the epoch; time comes in with the event and from nowhere else. */
  at: number;
}

/** Events of one run: past tense, stored, the only thing that changes a state. */
export type RunEvent = At &
  (
    | {
        type: 'runCreated';
        runType: RunType;
        logicalTime: number;
        dataIntervalStart: number;
        dataIntervalEnd: number;
        params: JsonObject;
        /** Version of the machine the run began with; it keeps it. */
        machine: number;
        trigger?: string;
        /** `latest-only` asks whether this run is the newest of its trigger. */
        latest?: boolean;
        /** Lists of mapped tasks that hang on params alone. */
        lists?: ListLengths;
      }
    | { type: 'runAdmitted' }
    /** Admission said yes: the slots are held, the token is the attempt's. */
    | ({ type: 'admitted'; attempt: number; token: string } & TaskRunRef)
    /** Its process, or in-process work, has begun. */
    | ({ type: 'attemptStarted'; attempt: number } & TaskRunRef)
    | ({ type: 'attemptEnded'; attempt: number; result: AttemptResult } & TaskRunRef)
    /** A sensor pokes again, a task sleeps until an instant or waits for a signal or a person. */
    | ({
        type: 'attemptParked';
        attempt: number;
        as: 'up_for_reschedule' | 'deferred' | 'awaiting_input';
        untilMs?: number;
        key?: string;
      } & TaskRunRef)
    /** The parked attempt may go on (timer, signal, answer). */
    | ({
        type: 'attemptWoken';
        attempt: number;
        answer?: Json;
        /** Who answered; missing for a timer or a program. */
        by?: string;
      } & TaskRunRef)
    | ({ type: 'retryDue'; attempt: number } & TaskRunRef)
    | ({ type: 'attemptTimedOut'; attempt: number } & TaskRunRef)
    /** Answer to `askPast`: what this task wants of the previous run holds. */
    | { type: 'pastSatisfied'; task: string }
    | { type: 'runTimedOut' }
    | { type: 'runPaused'; by: string }
    | { type: 'runResumed'; by: string }
    | { type: 'runCancelled'; by: string }
    | {
        type: 'tasksCleared';
        by: string;
        tasks: TaskRunRef[];
        upstream?: boolean;
        downstream?: boolean;
        onlyFailed?: boolean;
        /** Left as they are, though they are among the chosen: a person wants their work done only once. */
        spare?: TaskRunRef[];
      }
    /**
     * The run goes on with another version of its workflow: its task runs are taken over by `carryOver`, then these are cleared
     * as by `tasksCleared` (those that are no more part of it are passed over). The events before it are of version `from`.
     */
    | {
        type: 'runMoved';
        by: string;
        from: number;
        to: number;
        tasks: TaskRunRef[];
        upstream?: boolean;
        downstream?: boolean;
        onlyFailed?: boolean;
        spare?: TaskRunRef[];
        /** Of the run from now on: the same, with defaults that the new version adds. */
        params: JsonObject;
        /** Lists of the new version that are known: those of params, and of tasks that have succeeded. */
        lists?: ListLengths;
        /** Highest attempt of tasks that the old version lacks and an older one had: their numbers are not given out again. */
        used?: Record<string, number>;
      }
    /** A person runs just these, whatever their upstream says. */
    | { type: 'tasksForced'; by: string; tasks: TaskRunRef[] }
    | ({
        type: 'taskMarked';
        by: string;
        status: 'success' | 'failed' | 'skipped';
        upstream?: boolean;
        downstream?: boolean;
      } & TaskRunRef)
  );
export type RunEventType = RunEvent['type'];
