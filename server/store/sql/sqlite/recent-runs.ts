import type { Queries } from '../../database.ts';
import { runColumnsSql, type RunColumns } from '../../rows/run-row.ts';

/** Newest `count` runs of each workflow: reads `count` entries of an index a workflow, where a window function would read all. */
export const recentRunsSqlite = (client: Queries, workflowIds: string[], count: number): Promise<RunColumns[]> =>
  client.$queryRawUnsafe<RunColumns[]>(
    `SELECT ${runColumnsSql('r')} FROM json_each(?) w JOIN "run" r ON r."id" IN
       (SELECT x."id" FROM "run" x WHERE x."workflowId" = w."value" ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ?)
     ORDER BY r."createdAt" DESC, r."id" DESC`,
    JSON.stringify(workflowIds),
    count,
  );
