import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Makes the draft of this revision an immutable version; the engine validates it and refuses one with errors. */
export async function publishWorkflow(
  store: Store,
  engine: Pick<EngineCommands, 'publish'>,
  input: { workflowId: string; revision: number; message: string },
  { by }: Act,
): Promise<{ version: number }> {
  await requireWorkflow(store, input.workflowId);
  return engine.publish({ ...input, by });
}
