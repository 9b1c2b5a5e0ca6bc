import type { Decider } from './decider.ts';
import type { ActiveRun } from './active-run.ts';

/**
 * Whether a run that `parent` wants of a workflow, and would wait for, could never begin: the workflow's active runs are as
 * many as it may have, and each of them waits, be it through others, for a run of it that is queued, as this one would be.
 * Two runs that start one of their own kind at the same time are such a case, though neither is above the other. Looks at
 * what is in memory now, so it is to be asked in the turn that begins the run. Gives the sentence, or null.
 */
export function childDeadlock(decider: Decider, parent: ActiveRun, workflowId: string): string | null {
  const { runs, admission } = decider;
  const workflow = admission.workflows.get(workflowId);
  if (!workflow || workflow.active.size < workflow.limits.maxActiveRuns) return null;
  const above = new Set<ActiveRun>();
  for (let run: ActiveRun | undefined = parent; run; run = run.facts.parent && runs.get(run.facts.parent.runId)) above.add(run);
  const isQueued = ({ facts }: ActiveRun) => facts.workflowId === workflowId && admission.runs.get(facts.id)?.active === false;
  const waits = (run: ActiveRun): boolean =>
    above.has(run) || [...run.attempts.values()].some(({ child }) => child !== undefined && (isQueued(child) || waits(child)));
  for (const { run: id } of workflow.active) {
    const run = runs.get(id);
    if (!run || !waits(run)) return null;
  }
  return `${workflowId} may have ${workflow.limits.maxActiveRuns} active runs, and each of them waits for one that has no room. Raise its limit, or do not start it from itself.`;
}
