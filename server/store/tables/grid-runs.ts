import type { TaskRunStatus } from '#domain/run/status.ts';
import type { Database } from '../database.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import type { GridCell, GridRun, Store } from '../store.ts';
import { runPageSql } from './run-page-sql.ts';
import { statementValues } from './statement-values.ts';

/** A group of task runs as the statement gives it: task, whether they are copies (1), status, how many, first start, last end, whether one is open (1), most attempts. */
type Group = [string, 0 | 1, TaskRunStatus, number, number | null, number | null, 0 | 1, number];

const groupColumns = `t."task" AS task, CASE WHEN t."mapIndex" >= 0 THEN 1 ELSE 0 END AS copies, t."status" AS status,
  COUNT(*) AS n, MIN(t."startedAt") AS started, MAX(t."endedAt") AS ended,
  MAX(CASE WHEN t."startedAt" IS NOT NULL AND t."endedAt" IS NULL THEN 1 ELSE 0 END) AS open, MAX(t."attempt") AS attempt`;
const columns = 'g.task, g.copies, g.status, g.n, g.started, g.ended, g.open, g.attempt';
const list = {
  sqlite: `json_group_array(json_array(${columns}))`,
  postgres: `CAST(json_agg(json_build_array(${columns})) AS TEXT)`,
};

/** A page of a workflow's runs with their task runs summed up by task and status, in one statement over two indexes. */
export async function gridRuns({ client, provider }: Database, filter: Parameters<Store['runs']['grid']>[0]): Promise<GridRun[]> {
  if (filter.limit <= 0) return [];
  const { values, hole } = statementValues({ provider });
  const { runType, ...page } = filter;
  const keys = runPageSql({ ...page, ...(runType ? { runType: [runType] } : {}) }, hole);
  const rows = await client.$queryRawUnsafe<(RunColumns & { groups: string | null })[]>(
    `SELECT ${runColumnsSql('r')},
       (SELECT ${list[provider]} FROM (SELECT ${groupColumns} FROM "task_run" t WHERE t."runId" = r."id"
          GROUP BY t."task", CASE WHEN t."mapIndex" >= 0 THEN 1 ELSE 0 END, t."status") g) AS "groups"
     FROM (${keys}) f JOIN "run" r ON r."id" = f."key" ORDER BY f."at" DESC, f."key" DESC`,
    ...values,
  );
  return rows.map(({ groups, ...row }) => ({ run: runRow(row), cells: cellsOf(JSON.parse(groups ?? '[]') as Group[]) }));
}

/** Groups put together by task. A mapped task that has its copies is these alone. */
function cellsOf(groups: Group[]): GridCell[] {
  const mapped = new Set(groups.flatMap(([task, copies]) => (copies === 1 ? [task] : [])));
  const cells = new Map<string, GridCell & { open: boolean }>();
  for (const [task, copies, status, count, started, ended, open, attempt] of groups) {
    if (copies === 0 && mapped.has(task)) continue;
    const cell = cells.get(task) ?? { task, statuses: {}, startedAt: null, endedAt: null, attempt: 0, open: false };
    cell.statuses[status] = (cell.statuses[status] ?? 0) + count;
    if (started !== null) cell.startedAt = Math.min(cell.startedAt ?? started, started);
    if (ended !== null) cell.endedAt = Math.max(cell.endedAt ?? ended, ended);
    cell.open ||= open === 1;
    cell.attempt = Math.max(cell.attempt, attempt);
    cells.set(task, cell);
  }
  return [...cells.values()].map(({ open, ...cell }) => (open ? { ...cell, endedAt: null } : cell));
}
