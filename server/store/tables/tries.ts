import type { Json } from '#domain/definition/schema/json.ts';
import { tryWorkflowId } from '#domain/tries/try-workflow-id.ts';
import type { Database } from '../database.ts';
import type { Try } from '../generated/sqlite/client.ts';
import type { TryInput, TryRow, TryTable } from '../try-row.ts';

const tryRow = ({ inputs, createdAt, ...row }: Try): TryRow => ({
  ...row,
  inputs: JSON.parse(inputs) as TryInput[],
  createdAt: Number(createdAt),
});

/** Rows of last tries, by task. */
export const triesOf = ({ client }: Database): TryTable => ({
  async outputs(workflowId) {
    const rows = await client.$queryRaw<
      { task: string; mapIndex: number; output: string | null; createdAt: bigint; runId: string }[]
    >`
      SELECT t."task", a."mapIndex", a."output", t."createdAt", t."runId" FROM "try" t
        JOIN "attempt" a ON a."runId" = t."runId" AND a."task" = t."task" AND a."status" = 'success'
      WHERE t."workflowId" = ${workflowId} ORDER BY t."task", a."mapIndex", a."attempt"`;
    return rows.map(({ task, mapIndex, output, createdAt, runId }) => ({
      task,
      runId,
      mapIndex: Number(mapIndex),
      output: output === null ? null : (JSON.parse(output) as Json),
      createdAt: Number(createdAt),
    }));
  },
  async get(workflowId, task) {
    const row = await client.try.findUnique({ where: { workflowId_task: { workflowId, task } } });
    return row && tryRow(row);
  },
  async put({ workflowId, task, runId, inputs, createdAt }) {
    const set = { runId, inputs: JSON.stringify(inputs), createdAt };
    await client.try.upsert({
      where: { workflowId_task: { workflowId, task } },
      create: { workflowId, task, ...set },
      update: set,
    });
  },
  async leftOver(workflowId, limit) {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT r."id" FROM "run" r WHERE r."workflowId" = ${tryWorkflowId(workflowId)}
        AND r."status" IN ('success', 'failed', 'cancelled')
        AND NOT EXISTS (SELECT 1 FROM "try" t WHERE t."workflowId" = ${workflowId} AND t."runId" = r."id")
      ORDER BY r."createdAt", r."id" LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },
});
