import type { Database } from '../database.ts';
import { draftRow } from '../rows/workflow-row.ts';
import type { Store } from '../store.ts';

/** One draft a workflow; whoever saves names the revision they began from. */
export const draftsOf = ({ client, transaction }: Database): Store['drafts'] => ({
  async get(workflowId) {
    const row = await client.draft.findUnique({ where: { workflowId } });
    return row && draftRow(row);
  },
  async getAll() {
    return (await client.draft.findMany()).map(draftRow);
  },
  revisions: () => client.draft.findMany({ select: { workflowId: true, revision: true } }),
  async getSome(workflowIds) {
    // Both databases bound the values of one statement; whoever asks for so many can use the others as well.
    if (workflowIds.length > 500) return (await client.draft.findMany()).map(draftRow);
    return (await client.draft.findMany({ where: { workflowId: { in: workflowIds } } })).map(draftRow);
  },
  save: (workflowId, baseRevision, definition, by, at) =>
    transaction(async (tx) => {
      const revision = baseRevision + 1;
      const { count } = await tx.draft.updateMany({
        where: { workflowId, revision: baseRevision },
        data: { revision, definition: JSON.stringify(definition), savedAt: at, savedBy: by },
      });
      if (count === 0) {
        const current = await tx.draft.findUnique({ where: { workflowId } });
        return { ok: false, current: current && draftRow(current) };
      }
      // Lists show a workflow under its published name; before the first publish, under the one being edited.
      const naming = { name: definition.name, tags: JSON.stringify(definition.tags ?? []) };
      const unpublished = await tx.workflow.updateMany({
        where: { id: workflowId, version: null },
        data: { ...naming, updatedAt: at },
      });
      if (unpublished.count === 0) await tx.workflow.updateMany({ where: { id: workflowId }, data: { updatedAt: at } });
      return { ok: true, revision };
    }),
});
