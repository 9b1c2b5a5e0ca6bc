import type { Store } from '#server/store/store.ts';

export interface DeletedWorkflow {
  id: string;
  /** Folder it lay in, and comes back to; empty: none. */
  project: string;
  name: string;
  /** Of its newest version; null when it was never published. */
  version: number | null;
  deletedAt: number;
}

/** Workflows that were deleted and can be restored, the last one first. */
export async function listDeletedWorkflows(store: Store): Promise<DeletedWorkflow[]> {
  const rows = await store.workflows.deleted();
  return rows.flatMap(({ id, project, name, version, deletedAt }) =>
    deletedAt === null ? [] : [{ id, project, name, version, deletedAt }],
  );
}
