import { triedWorkflowId } from '#domain/tries/try-workflow-id.ts';
import type { JobRun } from '../perform/performer.ts';
import type { RunFacts } from './active-run.ts';

/** What templates and programs get to know of a run. */
export function jobRun(facts: RunFacts): JobRun {
  const { id, number, version, runType, logicalTime, dataIntervalStart, dataIntervalEnd, params, triggerId } = facts;
  const workflowId = triedWorkflowId(facts.workflowId);
  return { id, number, workflowId, version, runType, logicalTime, dataIntervalStart, dataIntervalEnd, params, triggerId };
}
