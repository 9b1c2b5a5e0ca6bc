import type { RunStatus } from './status.ts';
import type { TaskRunRef } from './events.ts';

/**
 * What a host must do, imperative; performed only after the events that led to it are durable.
 *
 * Their order is defined: first what the event itself asks for (stop, release, start, timers, requests of what is run alone), by task then map index where
 * it touches several; then, round by round, `askPast`, and after them `requestAdmission` by priority (the highest first),
 * equal ones by task then map index; last `runFinished`. "By task" is the order of the plan: by depth, then by id.
 */
export type RunEffect =
  /** `maxParallel`: of this task no more copies may be admitted at once in this run. */
  | ({
      type: 'requestAdmission';
      attempt: number;
      pool: string;
      slots: number;
      priority: number;
      maxParallel?: number;
    } & TaskRunRef)
  /** Gives slots back, or withdraws a request that was not answered yet. */
  | ({ type: 'releaseAdmission'; attempt: number } & TaskRunRef)
  /** `woken`: the attempt was parked and goes on (the answer stands in its `attemptWoken`). */
  | ({ type: 'startAttempt'; attempt: number; token: string; woken?: boolean } & TaskRunRef)
  /** End its work; `attemptEnded` must follow, whatever it answers, and only that gives the slots back. */
  | ({ type: 'stopAttempt'; attempt: number; why: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting' } & TaskRunRef)
  /** Deliver `retryDue`, `attemptTimedOut`, `attemptWoken` or `runTimedOut` at this instant, unless it is superseded. */
  | ({ type: 'setTimer'; timer: 'retry' | 'timeout' | 'wake'; attempt: number; atMs: number } & TaskRunRef)
  | { type: 'setRunTimer'; atMs: number }
  /** Answer with `pastSatisfied` as soon as the previous run lets this task start; the first run always does. */
  | { type: 'askPast'; task: string }
  | { type: 'runFinished'; status: RunStatus; reason?: string };
