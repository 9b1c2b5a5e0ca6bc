import type { Json } from '#domain/definition/schema/json.ts';
import type { ActReach } from '#domain/run/act-changes.ts';
import type { RunEvent, TaskRunRef } from '#domain/run/events.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';

type Given<T extends RunEvent['type']> = Omit<Extract<RunEvent, { type: T }>, 'type' | 'at' | 'by'>;

/**
 * Which version a cleared run goes on with: its own (as when nothing is said), or the newest published one; a number says that
 * this one was the newest when somebody looked, and is refused when it is not any more.
 */
export type VersionChoice = 'own' | 'newest' | number;

/** What it means for a run to go on with another version. */
export interface VersionChange {
  from: number;
  to: number;
  /** Tasks that begin anew, that fall away, and that both have with another operator or config. */
  added: string[];
  removed: string[];
  changed: string[];
}

/** What a person does to a run that stands: the same value is previewed and done. */
export type RunAct =
  | { type: 'cancel' }
  | { type: 'pause'; paused: boolean }
  /** These start over, perhaps with all above or below, without those that are spared. */
  | ({ type: 'clear'; version?: VersionChoice } & Given<'tasksCleared'>)
  /** Just these run, whatever their upstream says. */
  | ({ type: 'force' } & Given<'tasksForced'>)
  | ({ type: 'mark' } & Given<'taskMarked'>)
  /** A task that waits for a person, or for a program, gets what it waits for. */
  | ({ type: 'answer'; answer?: Json } & TaskRunRef);

/** One task run that an act reaches. */
export interface ReachedTaskRun {
  task: string;
  index?: number;
  from: TaskRunStatus;
  to: TaskRunStatus;
  /** Missing: its status is written at once. */
  how?: ActReach;
  /** A person must agree to do it again. */
  consent: boolean;
}

/** What an act would do now; or why it is refused (`code: sentence`). */
export type RunActPreview = { ok: true; changes: ReachedTaskRun[]; move?: VersionChange } | { ok: false; refused: string };
