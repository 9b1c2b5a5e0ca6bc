import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Takes a workflow out of every list; its runs and versions are kept, and `restoreWorkflow` brings it back. */
export async function removeWorkflow(
  store: Store,
  engine: Pick<EngineCommands, 'removeWorkflow'>,
  id: string,
  { by }: Act,
): Promise<Record<never, never>> {
  await requireWorkflow(store, id);
  await engine.removeWorkflow({ workflowId: id, by });
  return {};
}
