import type { Json } from '#domain/definition/schema/json.ts';

/** The output pinned to a task of a workflow's draft; tries take it instead of what the task gave. */
export interface PinRow {
  workflowId: string;
  task: string;
  output: Json;
  pinnedAt: number;
  pinnedBy: string | null;
  /** `taskHash` of the task as it stood then; null where it was pinned before this was kept. */
  taskHash: string | null;
}
/** Where the value that a try was given came from. */
export interface TryInput {
  task: string;
  source: 'pin' | 'run' | 'try' | 'typed';
  /** Number of the run it is from; null when it is from none. */
  runNumber: number | null;
}
/** The last try of a task; its status, config, output and log are those of its run. */
export interface TryRow {
  workflowId: string;
  task: string;
  runId: string;
  inputs: TryInput[];
  createdAt: number;
}

/** Pins, at most one a task. */
export interface PinTable {
  list(workflowId: string): Promise<PinRow[]>;
  /** Pins, over what was pinned before. */
  put(row: PinRow): Promise<void>;
  /** False when nothing was pinned. */
  remove(workflowId: string, task: string): Promise<boolean>;
}
/** Last tries, one a task. */
export interface TryTable {
  /** Outputs of the last tries that succeeded, one row a copy where the task is mapped; a try that failed gives none. */
  outputs(
    workflowId: string,
  ): Promise<{ task: string; mapIndex: number; output: Json | null; createdAt: number; runId: string }[]>;
  get(workflowId: string, task: string): Promise<TryRow | null>;
  /** The newest try of its task takes the place of the one before, whose run is then left over. */
  put(row: TryRow): Promise<void>;
  /** Up to `limit` finished runs of tries of a workflow that are no task's last try any more. */
  leftOver(workflowId: string, limit: number): Promise<string[]>;
}
