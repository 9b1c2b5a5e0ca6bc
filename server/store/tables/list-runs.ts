import type { RunStatus } from '#domain/run/status.ts';
import type { Database } from '../database.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import type { RunFilter, RunRow } from '../store.ts';

/**
 * A page of runs, newest first, in one statement. With several statuses it is the union of one page a status: each part
 * reads `limit` entries of an index, where `IN` would sort all runs of these statuses.
 */
export async function listRuns({ client, provider }: Database, filter: RunFilter): Promise<RunRow[]> {
  if (filter.status?.length === 0 || filter.limit <= 0) return [];
  const values: (string | number)[] = [];
  const hole = (value: string | number) => (values.push(value), provider === 'sqlite' ? '?' : `$${values.length}`);
  const part = (status: RunStatus | null) => {
    // Tries of a draft are nobody's runs; they are few, and no index need know them.
    const where = [`r."runType" <> 'try'`];
    if (filter.workflowId !== undefined) where.push(`r."workflowId" = ${hole(filter.workflowId)}`);
    if (status !== null) where.push(`r."status" = ${hole(status)}`);
    if (filter.before) where.push(`(r."createdAt", r."id") < (${hole(filter.before.createdAt)}, ${hole(filter.before.id)})`);
    return `SELECT * FROM (SELECT ${runColumnsSql('r')} FROM "run" r WHERE ${where.join(' AND ')}
      ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${hole(filter.limit)}) page`;
  };
  const parts = [...new Set<RunStatus | null>(filter.status ?? [null])].map(part);
  const sql =
    parts.length === 1
      ? (parts[0] as string)
      : `${parts.join(' UNION ALL ')} ORDER BY "createdAt" DESC, "id" DESC LIMIT ${hole(filter.limit)}`;
  const rows = await client.$queryRawUnsafe<RunColumns[]>(sql, ...values);
  return rows.map(runRow);
}
