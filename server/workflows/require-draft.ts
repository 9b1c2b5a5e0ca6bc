import { Refusal } from '#server/refusal.ts';
import type { DraftRow, Store } from '#server/store/store.ts';

/** The draft of a workflow, or 404 `workflow.unknown`. */
export async function requireDraft(store: Store, workflowId: string): Promise<DraftRow> {
  const draft = await store.drafts.get(workflowId);
  if (!draft) throw new Refusal('workflow.unknown', `There is no workflow ${workflowId}. It may have been deleted.`, 404);
  return draft;
}
