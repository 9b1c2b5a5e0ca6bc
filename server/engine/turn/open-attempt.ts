import type { Json } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { ActiveRun } from './active-run.ts';

/** An attempt that has not ended: its row is open. */
export interface OpenAttempt {
  readonly id: string;
  readonly token: string;
  readonly run: ActiveRun;
  readonly task: string;
  /** Missing when the task is not mapped. */
  readonly index?: number;
  readonly attempt: number;
  /** Its task, when that is no more part of the run's version. */
  was?: Task;
  /** Why it was told to stop. */
  stopped: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting' | null;
  /** It waits for a time, a signal or a person, and nothing of it is under way. */
  parked: boolean;
  /** It was parked and goes on; what woke it. */
  woken: { answer?: Json } | null;
  /** Its row is not ours any more: however it ends, it is lost. */
  contested?: boolean;
  /** A person is asked: there is a row that waits for the answer. */
  asks?: boolean;
  /** The run that it waits for. */
  child?: ActiveRun;
}
