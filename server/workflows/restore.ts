import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Brings a removed workflow back. */
export async function restoreWorkflow(
  store: Store,
  engine: Pick<EngineCommands, 'restoreWorkflow'>,
  id: string,
  { by }: Act,
): Promise<Record<never, never>> {
  await requireWorkflow(store, id, 'also-removed');
  await engine.restoreWorkflow({ workflowId: id, by });
  return {};
}
