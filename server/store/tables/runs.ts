import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { Database } from '../database.ts';
import type { Attempt } from '../generated/sqlite/client.ts';
import { attemptRow, taskRunRow } from '../rows/attempt-row.ts';
import { runOmit, runRow } from '../rows/run-row.ts';
import type { Store } from '../store.ts';
import { artifactsOf } from './artifacts.ts';
import { durationsOf } from './durations.ts';
import { eventsOf } from './events.ts';
import { logsOf } from './logs.ts';
import { outputsOf } from './outputs.ts';
import { recentRuns } from './recent-runs.ts';
import { runRetentionOf } from './run-retention.ts';
import { gridRuns } from './grid-runs.ts';
import { historiesOf } from './histories.ts';
import { listRuns } from './list-runs.ts';
import { previousRun } from './previous-run.ts';

/** Runs and everything that hangs on them. Lists never load drafts, logs or events. */
export const runsOf = (database: Database): Store['runs'] => {
  const { client } = database;
  return {
    ...eventsOf(database),
    ...historiesOf(database),
    ...logsOf(database),
    ...artifactsOf(database),
    ...outputsOf(database),
    ...durationsOf(database),
    ...runRetentionOf(database),
    list: (filter) => listRuns(database, filter),
    previous: (run, drafts) => previousRun(database, run, drafts),
    grid: (filter) => gridRuns(database, filter),
    recent: (workflowIds, count) => recentRuns(database, workflowIds, count),
    async get(id) {
      const row = await client.run.findUnique({ where: { id }, omit: runOmit });
      return row && runRow(row);
    },
    async byIdempotencyKey(workflowId, key) {
      const row = await client.run.findFirst({ where: { workflowId, idempotencyKey: key }, omit: runOmit });
      return row && runRow(row);
    },
    async act(runId, key) {
      const row = await client.runAct.findUnique({ where: { runId_key: { runId, key } } });
      return row && { ...row, at: Number(row.at) };
    },
    async definition(id) {
      const rows = await client.$queryRaw<{ definition: string | null }[]>`
        SELECT COALESCE(r."draft", v."definition") AS "definition" FROM "run" r
        LEFT JOIN "version" v ON v."workflowId" = r."workflowId" AND v."version" = r."version" WHERE r."id" = ${id}`;
      const text = rows[0]?.definition;
      return text ? (JSON.parse(text) as WorkflowFile) : null;
    },
    async unfinished() {
      const rows = await client.run.findMany({
        where: { status: { in: ['queued', 'running'] } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        omit: runOmit,
      });
      return rows.map(runRow);
    },
    async around({ workflowId, logicalTime }, which, limit) {
      const at = BigInt(logicalTime);
      const where = { workflowId, version: { gt: 0 }, logicalTime: which === 'past' ? { lt: at } : { gt: at } };
      const order = which === 'past' ? 'desc' : 'asc';
      const rows = await client.run.findMany({
        where,
        orderBy: [{ logicalTime: order }, { number: order }],
        take: limit,
        omit: runOmit,
      });
      const more = rows.length < limit ? 0 : (await client.run.count({ where })) - rows.length;
      return { runs: rows.map(runRow), more };
    },
    async nextNumber(workflowId) {
      // The end of an index; the highest of all (`MAX`) is asked by Prisma in words that make SQLite read them all.
      const last = await client.run.findFirst({ where: { workflowId }, orderBy: { number: 'desc' }, select: { number: true } });
      return (last?.number ?? 0) + 1;
    },
    async taskRuns(runId) {
      const rows = await client.taskRun.findMany({ where: { runId }, orderBy: [{ task: 'asc' }, { mapIndex: 'asc' }] });
      return rows.map(taskRunRow);
    },
    async attempts(runId, task, mapIndex) {
      const rows = await client.attempt.findMany({
        where: { runId, ...(task === undefined ? {} : { task }), ...(mapIndex === undefined ? {} : { mapIndex }) },
        orderBy: [{ task: 'asc' }, { mapIndex: 'asc' }, { attempt: 'asc' }],
      });
      return rows.map(attemptRow);
    },
    async attempt(id) {
      const row = await client.attempt.findUnique({ where: { id } });
      return row && attemptRow(row);
    },
    async openAttempts() {
      // Written out: the planner takes the index over open attempts only when it can see these very words.
      const rows = await client.$queryRaw<Attempt[]>`
        SELECT * FROM "attempt" WHERE ("status" = 'queued' OR "status" = 'running' OR "status" = 'parked') ORDER BY "queuedAt", "id"`;
      return rows.map(attemptRow);
    },
  };
};
