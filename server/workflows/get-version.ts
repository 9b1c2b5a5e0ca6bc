import { Refusal } from '#server/refusal.ts';
import type { Store, VersionRow } from '#server/store/store.ts';
import { nameOf } from './name-of.ts';
import { requireWorkflow } from './require-workflow.ts';

/** One version with its definition, or 404 `version.unknown`; `publishedBy` becomes a name. */
export async function getVersion(
  store: Store,
  input: { workflowId: string; version: number },
  names: ReadonlyMap<string, string>,
): Promise<VersionRow> {
  await requireWorkflow(store, input.workflowId);
  const version = await store.versions.get(input.workflowId, input.version);
  if (!version) throw new Refusal('version.unknown', `${input.workflowId} has no version ${input.version}.`, 404);
  return { ...version, publishedBy: nameOf(version.publishedBy, names) };
}
