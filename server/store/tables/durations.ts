import type { Database } from '../database.ts';
import { instant } from '../rows/instant.ts';
import type { RunColumns } from '../rows/run-row.ts';
import type { RunRow, Store } from '../store.ts';
import { runPageSql } from './run-page-sql.ts';
import { statementValues } from './statement-values.ts';

const ended: RunRow['status'][] = ['success', 'failed'];

/** What the tasks of the newest finished runs took: two statements over the indexes of runs and task runs. */
export const durationsOf = ({ client, provider }: Database): Pick<Store['runs'], 'durations'> => ({
  async durations(workflowId, { runs: most, rows }) {
    if (most <= 0) return { runs: [], tasks: [] };
    const { values, hole } = statementValues({ provider });
    const keys = runPageSql({ workflowId, status: ended, limit: most }, hole);
    const runs = await client.$queryRawUnsafe<Pick<RunColumns, 'id' | 'status' | 'startedAt' | 'endedAt'>[]>(
      `SELECT r."id", r."status", r."startedAt", r."endedAt" FROM (${keys}) f JOIN "run" r ON r."id" = f."key"
       ORDER BY f."at" DESC, f."key" DESC`,
      ...values,
    );
    if (runs.length === 0) return { runs: [], tasks: [] };
    const ids = runs.map(({ id }) => id);
    const holes = ids.map((_, i) => (provider === 'sqlite' ? '?' : `$${i + 1}`)).join(', ');
    const tasks = await client.$queryRawUnsafe<{ runId: string; task: string; ms: number; copies: number | bigint }[]>(
      `SELECT t."runId", t."task", CAST(AVG(t."endedAt" - t."startedAt") AS DOUBLE PRECISION) AS ms, COUNT(*) AS copies
       FROM "task_run" t JOIN "run" r ON r."id" = t."runId"
       WHERE t."runId" IN (${holes}) AND t."status" = 'success' AND t."startedAt" IS NOT NULL AND t."endedAt" IS NOT NULL
       GROUP BY t."runId", t."task", r."createdAt" ORDER BY r."createdAt" DESC, t."runId" DESC, t."task"
       LIMIT ${rows}`,
      ...ids,
    );
    return {
      runs: runs.map(({ id, status, startedAt, endedAt }) => ({
        id,
        status: status as RunRow['status'],
        startedAt: instant(startedAt),
        endedAt: instant(endedAt),
      })),
      tasks: tasks.map(({ runId, task, ms, copies }) => ({
        runId,
        task,
        durationMs: Math.max(0, Math.round(Number(ms))),
        copies: Number(copies),
      })),
    };
  },
});
