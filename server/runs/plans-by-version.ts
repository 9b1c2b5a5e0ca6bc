import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { compilePlan, type Plan } from '#domain/run/plan.ts';

/** The plans of some versions of a workflow; null when one of them cannot be read. */
export function plansByVersion(
  versions: readonly { version: number; definition: WorkflowFile }[],
): ReadonlyMap<number, Plan> | null {
  const plans = new Map<number, Plan>();
  for (const { version, definition } of versions) {
    const parsed = parseWorkflow(definition);
    if (!parsed.ok) return null;
    plans.set(version, compilePlan(parsed.workflow));
  }
  return plans;
}
