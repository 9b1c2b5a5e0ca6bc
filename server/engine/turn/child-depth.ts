import { settingsSchema } from '#domain/definition/schema/workflow.ts';
import { Refusal } from '#server/refusal.ts';
import type { ActiveRun } from './active-run.ts';
import type { CompiledVersion } from './compiled-version.ts';

/** Runs that start runs that start runs …: no deeper than this. */
const deepest = 8;
const presets = settingsSchema.parse({});

/**
 * How deep a child of this run would lie (1: under a run that is no child). Refuses with `child.too-deep` beyond 8, and with
 * `child.deadlock` when the runs above it already fill the workflow's own limit: the child would wait for those that wait for it.
 * @param runs unfinished runs: those above are among them
 */
export function childDepth(
  parent: ActiveRun,
  workflowId: string,
  { workflow }: CompiledVersion,
  runs: ReadonlyMap<string, ActiveRun>,
): number {
  const depth = (parent.facts.parent?.depth ?? 0) + 1;
  if (depth > deepest)
    throw new Refusal(
      'child.too-deep',
      `The run lies ${deepest} runs deep already. A workflow that starts itself, also by others, has to stop by a condition.`,
      409,
    );
  const { maxActiveRuns } = workflow.settings ?? presets;
  let above = 0;
  for (let run: ActiveRun | undefined = parent; run; run = run.facts.parent && runs.get(run.facts.parent.runId))
    if (run.facts.workflowId === workflowId) above++;
  if (above >= maxActiveRuns)
    throw new Refusal(
      'child.deadlock',
      `${workflowId} may have ${maxActiveRuns} active runs, and ${above} of them wait for this one. Raise its limit, or do not start it from itself.`,
      409,
    );
  return depth;
}
