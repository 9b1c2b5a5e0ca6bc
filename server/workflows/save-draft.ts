import { stripDefaults } from '#domain/definition/canonical.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { definitionOf } from './definition-of.ts';
import { nameOf } from './name-of.ts';
import { requireDraft } from './require-draft.ts';
import { requireWorkflow } from './require-workflow.ts';

/**
 * Saves the draft over the revision it was begun from. Somebody else's newer one is 409 `draft.conflict`, with it in the
 * details as `current` (who saved it by name); nothing is lost then on either side. `mayUse` refuses an edit that this person may not make.
 */
export async function saveDraft(
  store: Store,
  input: { workflowId: string; baseRevision: number; definition: unknown },
  { by, at }: Act,
  mayUse: (before: Workflow, after: Workflow) => void = () => {},
  names: () => Promise<ReadonlyMap<string, string>> = async () => new Map(),
): Promise<{ revision: number; savedAt: number }> {
  const { workflowId } = input;
  await requireWorkflow(store, workflowId);
  const workflow = definitionOf(input.definition);
  if (workflow.id !== workflowId)
    throw new Refusal('draft.id', `This definition belongs to ${workflow.id}, not to ${workflowId}. Import it instead.`, 422);
  const current = await requireDraft(store, workflowId);
  mayUse(definitionOf(current.definition), workflow);
  const saved = await store.drafts.save(workflowId, input.baseRevision, stripDefaults(workflow), by, at);
  if (saved.ok) return { revision: saved.revision, savedAt: at };
  throw new Refusal('draft.conflict', 'Somebody else has saved this draft meanwhile. Compare the two and choose.', 409, {
    current: saved.current && { ...saved.current, savedBy: nameOf(saved.current.savedBy, await names()) },
  });
}
