import type { JobRun } from '../perform/performer.ts';
import type { RunFacts } from './active-run.ts';

/** What templates and programs get to know of a run. */
export function jobRun(facts: RunFacts): JobRun {
  const { id, number, workflowId, version, runType, logicalTime, dataIntervalStart, dataIntervalEnd, params, triggerId } = facts;
  return { id, number, workflowId, version, runType, logicalTime, dataIntervalStart, dataIntervalEnd, params, triggerId };
}
