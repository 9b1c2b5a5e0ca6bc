import type { Queries } from '../../database.ts';
import { runColumnsSql, type RunColumns } from '../../rows/run-row.ts';

/** Newest `count` runs of each workflow: reads `count` entries of an index a workflow, where a window function would read all. */
export const recentRunsPostgres = (client: Queries, workflowIds: string[], count: number): Promise<RunColumns[]> =>
  client.$queryRawUnsafe<RunColumns[]>(
    `SELECT ${runColumnsSql('r')} FROM unnest($1::text[]) w(id) CROSS JOIN LATERAL
       (SELECT * FROM "run" x WHERE x."workflowId" = w.id ORDER BY x."createdAt" DESC, x."id" DESC LIMIT $2) r
     ORDER BY r."createdAt" DESC, r."id" DESC`,
    workflowIds,
    count,
  );
