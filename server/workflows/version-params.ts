import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Schema of the params of a version, which never changes; null: it has none. 404 `workflow.unknown`, `version.unknown`. */
export async function versionParams(
  store: Store,
  input: { workflowId: string; version: number },
): Promise<{ params: JsonObject | null }> {
  await requireWorkflow(store, input.workflowId);
  const found = await store.versions.get(input.workflowId, input.version);
  if (!found) throw new Refusal('version.unknown', `${input.workflowId} has no version ${input.version}.`, 404);
  return { params: (found.definition.params as JsonObject | undefined) ?? null };
}
