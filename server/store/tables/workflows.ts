import type { Database } from '../database.ts';
import { workflowRow } from '../rows/workflow-row.ts';
import { StoreConflict, type Store } from '../store.ts';

/** Rows of workflows, and their first draft. */
export const workflowsOf = ({ client, transaction }: Database): Store['workflows'] => ({
  async create(row, draft, at) {
    try {
      await transaction(async (tx) => {
        await tx.workflow.create({
          data: { ...row, tags: JSON.stringify(row.tags), createdAt: at, updatedAt: at },
        });
        await tx.draft.create({
          data: { workflowId: row.id, revision: 1, definition: JSON.stringify(draft), savedAt: at, savedBy: row.createdBy },
        });
      });
      return 'created';
    } catch (error) {
      if (error instanceof StoreConflict) return 'exists';
      throw error;
    }
  },
  async list() {
    const rows = await client.workflow.findMany({ where: { deletedAt: null } });
    // Sorted here: the two databases order letters differently.
    return rows.map(workflowRow).sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  },
  async deleted() {
    const rows = await client.workflow.findMany({
      where: { deletedAt: { not: null } },
      orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    });
    return rows.map(workflowRow);
  },
  async get(id) {
    const row = await client.workflow.findUnique({ where: { id } });
    return row && workflowRow(row);
  },
  async ids() {
    return (await client.workflow.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
  },
  async setEnabled(id, enabled, at) {
    const { count } = await client.workflow.updateMany({ where: { id, deletedAt: null }, data: { enabled, updatedAt: at } });
    return count === 1;
  },
  async move(ids, project, at) {
    const { count } = await client.workflow.updateMany({
      where: { id: { in: [...ids] }, deletedAt: null },
      data: { project, updatedAt: at },
    });
    return count;
  },
  async remove(id, at) {
    const { count } = await client.workflow.updateMany({
      where: { id, deletedAt: null },
      data: { deletedAt: at, updatedAt: at, enabled: false },
    });
    return count === 1;
  },
  async restore(id, at) {
    const { count } = await client.workflow.updateMany({
      where: { id, deletedAt: { not: null } },
      data: { deletedAt: null, updatedAt: at },
    });
    return count === 1;
  },
});
