import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { DraftRow, Store, VersionRow, WorkflowRow } from '#server/store/store.ts';
import { nameOf } from './name-of.ts';
import { requireDraft } from './require-draft.ts';
import { requireWorkflow } from './require-workflow.ts';

export interface WorkflowDetail {
  workflow: WorkflowRow;
  draft: DraftRow;
  published: VersionRow | null;
  triggerStates: { triggerId: string; enabled: boolean }[];
  next: { triggerId: string; at: number }[];
}

/** Everything the designer opens with; people by name. Triggers that were never switched are on. */
export async function getWorkflow(
  store: Store,
  engine: Pick<EngineCommands, 'nextOccurrences'>,
  id: string,
  names: ReadonlyMap<string, string>,
): Promise<WorkflowDetail> {
  const workflow = await requireWorkflow(store, id);
  const [draft, published, states, upcoming] = await Promise.all([
    requireDraft(store, id),
    store.versions.newest(id),
    store.triggers.states(),
    engine.nextOccurrences().catch(() => []),
  ]);
  const known = new Map(states.filter((state) => state.workflowId === id).map((state) => [state.triggerId, state.enabled]));
  const ids = (definition: WorkflowFile | undefined) => definition?.triggers.map((trigger) => trigger.id) ?? [];
  const triggers = new Set([...ids(published?.definition), ...ids(draft.definition)]);
  return {
    workflow: { ...workflow, createdBy: nameOf(workflow.createdBy, names) },
    draft: { ...draft, savedBy: nameOf(draft.savedBy, names) },
    published,
    triggerStates: [...triggers].map((triggerId) => ({ triggerId, enabled: known.get(triggerId) ?? true })),
    next: upcoming.flatMap(({ workflowId, triggerId, at }) => (workflowId === id && at !== null ? [{ triggerId, at }] : [])),
  };
}
