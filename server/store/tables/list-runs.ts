import { listedRunTypes, type ListedRunType } from '#domain/run/listed-run-types.ts';
import { runStatuses, type RunStatus } from '#domain/run/status.ts';
import type { Database } from '../database.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import type { RunFilter, RunRow } from '../store.ts';

/**
 * A page of runs, newest first, in one statement. Narrowed to statuses, kinds or a trigger it is the union of one page a status and
 * kind: each part reads at most `limit` entries of an index and no row, where `IN` would sort all runs that fit. So a page costs the
 * same however many runs there are and however few of them fit.
 */
export async function listRuns({ client, provider }: Database, filter: RunFilter): Promise<RunRow[]> {
  const { workflowId, triggerId, status, runType, before, from, to, limit } = filter;
  if (status?.length === 0 || runType?.length === 0 || limit <= 0) return [];
  const values: (string | number)[] = [];
  const hole = (value: string | number) => (values.push(value), provider === 'sqlite' ? '?' : `$${values.length}`);
  const part = (of: { status: RunStatus; runType: ListedRunType } | null) => {
    const where: string[] = [];
    if (workflowId !== undefined) where.push(`x."workflowId" = ${hole(workflowId)}`);
    if (triggerId !== undefined) where.push(`x."triggerId" = ${hole(triggerId)}`);
    // Tries of a draft are nobody's runs; they are few, and no index need know them.
    where.push(of === null ? `x."runType" <> 'try'` : `x."status" = ${hole(of.status)} AND x."runType" = ${hole(of.runType)}`);
    if (before) where.push(`(x."createdAt", x."id") < (${hole(before.createdAt)}, ${hole(before.id)})`);
    if (from !== undefined) where.push(`x."createdAt" >= ${hole(from)}`);
    if (to !== undefined) where.push(`x."createdAt" < ${hole(to)}`);
    return `SELECT * FROM (SELECT x."createdAt" AS "at", x."id" AS "key" FROM "run" x WHERE ${where.join(' AND ')}
      ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${hole(limit)}) page`;
  };
  const narrowed = status !== undefined || runType !== undefined || triggerId !== undefined;
  const kinds = narrowed
    ? [...new Set(status ?? runStatuses)].flatMap((one) =>
        [...new Set(runType ?? listedRunTypes)].map((kind) => ({ status: one, runType: kind })),
      )
    : [null];
  const rows = await client.$queryRawUnsafe<RunColumns[]>(
    `SELECT ${runColumnsSql('r')} FROM (${kinds.map(part).join(' UNION ALL ')} ORDER BY "at" DESC, "key" DESC LIMIT ${hole(limit)}) f
      JOIN "run" r ON r."id" = f."key" ORDER BY f."at" DESC, f."key" DESC`,
    ...values,
  );
  return rows.map(runRow);
}
