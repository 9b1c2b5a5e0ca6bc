import type { Database } from '../database.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import type { RunRow } from '../store.ts';

/** Newest `count` runs of each workflow, newest first, in one statement that reads `count` entries of an index a workflow. */
export async function recentRuns({ client, provider }: Database, workflowIds: string[], count: number): Promise<RunRow[]> {
  if (workflowIds.length === 0 || count <= 0) return [];
  const rows =
    provider === 'sqlite'
      ? await client.$queryRawUnsafe<RunColumns[]>(
          `SELECT ${runColumnsSql('r')} FROM json_each(?) w JOIN "run" r ON r."id" IN
             (SELECT x."id" FROM "run" x WHERE x."workflowId" = w."value" ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ?)
           ORDER BY r."createdAt" DESC, r."id" DESC`,
          JSON.stringify(workflowIds),
          count,
        )
      : await client.$queryRawUnsafe<RunColumns[]>(
          `SELECT ${runColumnsSql('r')} FROM unnest($1::text[]) w(id) CROSS JOIN LATERAL
             (SELECT * FROM "run" x WHERE x."workflowId" = w.id ORDER BY x."createdAt" DESC, x."id" DESC LIMIT $2) r
           ORDER BY r."createdAt" DESC, r."id" DESC`,
          workflowIds,
          count,
        );
  return rows.map(runRow);
}
