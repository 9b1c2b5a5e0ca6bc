import type { Version } from '../generated/sqlite/client.ts';
import type { Database } from '../database.ts';
import { versionHead, versionRow } from '../rows/workflow-row.ts';
import type { Store } from '../store.ts';

/** Immutable versions: what runs. */
export const versionsOf = ({ client, transaction }: Database): Store['versions'] => ({
  publish: (workflowId, definition, hash, message, by, at) =>
    transaction(async (tx) => {
      const newest = await tx.version.findFirst({ where: { workflowId }, orderBy: { version: 'desc' } });
      if (newest?.hash === hash) return versionRow(newest);
      const version = (newest?.version ?? 0) + 1;
      const row = await tx.version.create({
        data: { workflowId, version, definition: JSON.stringify(definition), hash, message, publishedAt: at, publishedBy: by },
      });
      await tx.workflow.updateMany({
        where: { id: workflowId },
        data: { version, name: definition.name, tags: JSON.stringify(definition.tags ?? []), updatedAt: at },
      });
      await tx.draft.updateMany({ where: { workflowId }, data: { baseVersion: version } });
      return versionRow(row);
    }),
  async get(workflowId, version) {
    const row = await client.version.findUnique({ where: { workflowId_version: { workflowId, version } } });
    return row && versionRow(row);
  },
  async newest(workflowId) {
    const row = await client.version.findFirst({ where: { workflowId }, orderBy: { version: 'desc' } });
    return row && versionRow(row);
  },
  async enabled() {
    const rows = await client.$queryRaw<Version[]>`
      SELECT v.* FROM "workflow" w JOIN "version" v ON v."workflowId" = w."id" AND v."version" = w."version"
      WHERE w."enabled" AND w."deletedAt" IS NULL ORDER BY w."id"`;
    return rows
      .map((row) => versionRow({ ...row, version: Number(row.version) }))
      .map((row) => ({ ...row, publishedAt: Number(row.publishedAt) }));
  },
  async list(workflowId) {
    const rows = await client.version.findMany({
      where: { workflowId },
      orderBy: { version: 'desc' },
      omit: { definition: true },
    });
    return rows.map(versionHead);
  },
});
