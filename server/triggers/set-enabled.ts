import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';

/** Switches one trigger of a workflow on or off. */
export async function setTriggerEnabled(
  store: Store,
  engine: Pick<EngineCommands, 'setTriggerEnabled'>,
  input: { workflowId: string; triggerId: string; enabled: boolean },
  { by }: Act,
): Promise<Record<never, never>> {
  await requireWorkflow(store, input.workflowId);
  await engine.setTriggerEnabled({ ...input, by });
  return {};
}
