import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Switches a workflow's triggers on or off as a whole. Without a version there is nothing to switch on: 409 `workflow.unpublished`. */
export async function setWorkflowEnabled(
  store: Store,
  engine: Pick<EngineCommands, 'setEnabled'>,
  input: { id: string; enabled: boolean },
  { by }: Act,
): Promise<{ enabled: boolean }> {
  const workflow = await requireWorkflow(store, input.id);
  if (input.enabled && workflow.version === null)
    throw new Refusal('workflow.unpublished', 'This workflow has no version yet. Publish it, then switch it on.', 409);
  return engine.setEnabled({ workflowId: input.id, enabled: input.enabled, by });
}
