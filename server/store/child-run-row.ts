/** A run that a task of another run started: one for each attempt of it. */
export interface ChildRunRow {
  runId: string;
  parentRunId: string;
  task: string;
  /** -1 when not mapped. */
  mapIndex: number;
  attempt: number;
  /** 1 for the child of a run that is no child itself. */
  depth: number;
}

/** Which run started which. Written by the engine's turns (`TurnWrite`), read here. */
export interface ChildRunTable {
  /** Where a child run comes from; null for any other run. */
  get(runId: string): Promise<ChildRunRow | null>;
  /** The children of these runs, however many they are, by parent, task, index and attempt. */
  of(parentRunIds: string[]): Promise<ChildRunRow[]>;
}
