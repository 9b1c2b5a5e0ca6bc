import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';

/**
 * Puts workflows into a folder (a project); an empty name takes them out of theirs. All of them move or none: an id that is not there is
 * refused with 404 `workflow.unknown`. Gives in which folder each was, for the way back.
 */
export async function moveWorkflows(
  store: Store,
  input: { ids: readonly string[]; project: string },
  { at }: Act,
): Promise<{ before: { id: string; project: string }[] }> {
  const rows = new Map((await store.workflows.list()).map(({ id, project }) => [id, project]));
  const ids = [...new Set(input.ids)];
  const missing = ids.find((id) => !rows.has(id));
  if (missing !== undefined) throw new Refusal('workflow.unknown', `There is no workflow ${missing}. Reload the list.`, 404);
  await store.workflows.move(ids, input.project, at);
  return { before: ids.map((id) => ({ id, project: rows.get(id) ?? '' })) };
}
