import type { Store, VersionRow } from '#server/store/store.ts';
import { nameOf } from './name-of.ts';
import { requireWorkflow } from './require-workflow.ts';

/** Versions of a workflow without their definitions, newest first; `publishedBy` becomes a name. */
export async function listVersions(
  store: Store,
  workflowId: string,
  names: ReadonlyMap<string, string>,
): Promise<Omit<VersionRow, 'definition'>[]> {
  await requireWorkflow(store, workflowId);
  const versions = await store.versions.list(workflowId);
  return versions
    .map((version) => ({
      ...version,
      publishedBy: nameOf(version.publishedBy, names),
    }))
    .sort((a, b) => b.version - a.version);
}
