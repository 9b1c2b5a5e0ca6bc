import type { AttemptResult } from '#domain/run/events.ts';

/** What one attempt of a pretended task answers. `branch` names the direct children it follows, `list` gives so many items; or an answer as a stored run has it. */
export type PretendOutcome =
  | 'success'
  | 'failed'
  | 'failed_no_retry'
  | 'skipped'
  | { ports: string[] }
  | { branch: string[] }
  | { condition: boolean }
  | { list: number }
  | AttemptResult;

/** Outcomes by task, or by copy (`task[0]`), one per attempt; the last repeats, a missing list is `success`. */
export type PretendOutcomes = Record<string, PretendOutcome[]>;
