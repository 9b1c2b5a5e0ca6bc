import type { Database } from '../database.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import type { RunFilter, RunRow } from '../store.ts';
import { runPageSql } from './run-page-sql.ts';
import { statementValues } from './statement-values.ts';

/** A page of runs, newest first, in one statement. */
export async function listRuns({ client, provider }: Database, filter: RunFilter): Promise<RunRow[]> {
  if (filter.status?.length === 0 || filter.runType?.length === 0 || filter.limit <= 0) return [];
  const { values, hole } = statementValues({ provider });
  const rows = await client.$queryRawUnsafe<RunColumns[]>(
    `SELECT ${runColumnsSql('r')} FROM (${runPageSql(filter, hole)}) f
      JOIN "run" r ON r."id" = f."key" ORDER BY f."at" DESC, f."key" DESC`,
    ...values,
  );
  return rows.map(runRow);
}
