import type { TaskRunStatus } from '#domain/run/status.ts';
import type { PretendOutcomes } from '#domain/simulation/outcome.ts';

/** A task as the tables write it. */
export interface CaseTask {
  id: string;
  kind?: 'task' | 'branch' | 'short_circuit';
  triggerRule?: string;
  retries?: number;
  directOnly?: boolean;
  mapOver?: string;
  setup?: boolean;
  teardown?: boolean;
  setups?: string[];
  failsRun?: boolean;
  dependsOnPast?: boolean;
  waitForDownstream?: boolean;
}

/** `[task, attempt, startedAt, endedAt, result]`. */
export type CaseAttempt = [string, number, number, number, string];

export interface ExpectedRun {
  run: string;
  tasks: Record<string, TaskRunStatus>;
  attempts: CaseAttempt[];
}

/** A whole run: plain, branch, failfast, setup, mapped. */
export interface RunCase {
  id: string;
  failFast?: boolean;
  tasks: CaseTask[];
  edges: [string, string][];
  outcomes: PretendOutcomes;
  durations: Record<string, number[]>;
  expected: ExpectedRun;
}

/** Three runs, one after the other. */
export interface PastCase extends Omit<RunCase, 'outcomes' | 'expected'> {
  runs: PretendOutcomes[];
  expected: ExpectedRun[];
}

/** A run, an act of a person, and how it goes on. */
export interface ActCase extends Omit<RunCase, 'expected'> {
  act:
    | { kind: 'clear'; tasks: string[]; upstream: boolean; downstream: boolean; onlyFailed: boolean }
    | { kind: 'mark'; task: string; state: 'success' | 'failed' | 'skipped'; upstream: boolean; downstream: boolean };
  outcomesAfter: PretendOutcomes;
  expected: {
    before: ExpectedRun;
    changed: string[];
    statesAfterAct: Record<string, TaskRunStatus>;
    runAfterAct: string;
    after: ExpectedRun;
  };
}
