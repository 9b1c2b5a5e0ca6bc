import { Refusal } from '#server/refusal.ts';
import type { Store, WorkflowRow } from '#server/store/store.ts';

/** The workflow with this id, or 404 `workflow.unknown`. A removed one is there only when `removed` says so. */
export async function requireWorkflow(
  store: Store,
  id: string,
  removed: 'also-removed' | 'living' = 'living',
): Promise<WorkflowRow> {
  const row = await store.workflows.get(id);
  if (!row || (row.deletedAt !== null && removed === 'living'))
    throw new Refusal('workflow.unknown', `There is no workflow ${id}. It may have been deleted.`, 404);
  return row;
}
