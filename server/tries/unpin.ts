import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';

/** Takes a pin away; one that is gone already is no refusal. */
export async function unpinOutput(
  store: Store,
  { workflowId, task }: { workflowId: string; task: string },
): Promise<Record<never, never>> {
  await requireWorkflow(store, workflowId);
  await store.pins.remove(workflowId, task);
  return {};
}
