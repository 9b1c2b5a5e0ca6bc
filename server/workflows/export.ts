import { canonicalText } from '#domain/definition/canonical.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { requireDraft } from './require-draft.ts';
import { requireWorkflow } from './require-workflow.ts';

/** The canonical file of a workflow: its draft, or its newest version. Same workflow, same bytes. */
export async function exportWorkflow(
  store: Store,
  { id, source }: { id: string; source: 'draft' | 'published' },
): Promise<{ text: string; filename: string }> {
  await requireWorkflow(store, id);
  const found = source === 'draft' ? await requireDraft(store, id) : await store.versions.newest(id);
  if (!found)
    throw new Refusal('workflow.unpublished', `Workflow ${id} has no version yet. Export its draft, or publish it first.`, 409);
  return { text: canonicalText(found.definition), filename: `${id}.json` };
}
