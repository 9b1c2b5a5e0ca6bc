import type { RunStatus } from './status.ts';
import type { TaskRunRef } from './events.ts';

/** What a host must do, imperative; performed only after the events that led to it are durable. Their order is defined by the machine. */
export type RunEffect =
  | ({ type: 'requestAdmission'; attempt: number; pool: string; slots: number; priority: number } & TaskRunRef)
  | ({ type: 'releaseAdmission'; attempt: number } & TaskRunRef)
  | ({ type: 'startAttempt'; attempt: number; token: string } & TaskRunRef)
  | ({ type: 'stopAttempt'; attempt: number; why: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting' } & TaskRunRef)
  /** Deliver `retryDue`, `attemptTimedOut`, `attemptWoken` or `runTimedOut` at this instant, unless it is superseded. */
  | ({ type: 'setTimer'; timer: 'retry' | 'timeout' | 'wake'; attempt: number; atMs: number } & TaskRunRef)
  | { type: 'setRunTimer'; atMs: number }
  | { type: 'askPast'; task: string }
  | { type: 'runFinished'; status: RunStatus; reason?: string };
