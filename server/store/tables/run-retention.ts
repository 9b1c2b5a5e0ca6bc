import type { Database, Queries } from '../database.ts';
import type { Store } from '../store.ts';

/** Rows deleted in one go: each go is a transaction of its own, so that turns get through between them. */
const atOnce = 500;
const finished = `"status" IN ('success', 'failed', 'cancelled')`;

/** What may go, and how it goes. */
export const runRetentionOf = ({ client, provider }: Database): Pick<Store['runs'], 'expired' | 'purge'> => {
  const holes = (sql: string) => {
    let number = 0;
    return provider === 'sqlite' ? sql : sql.replaceAll('?', () => `$${++number}`);
  };
  const ids = async (sql: string, ...values: (string | number)[]) =>
    (await client.$queryRawUnsafe<{ id: string }[]>(holes(sql), ...values)).map(({ id }) => id);

  return {
    async expired({ workflowId, keepNewest, endedBefore }, limit) {
      const [newest] = await ids(
        `SELECT "id" FROM "run" WHERE "workflowId" = ? ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`,
        workflowId,
      );
      if (newest === undefined) return [];
      const old =
        endedBefore === undefined
          ? []
          : await ids(
              `SELECT "id" FROM "run" WHERE "workflowId" = ? AND ${finished} AND "endedAt" < ? AND "id" <> ?
               ORDER BY "createdAt", "id" LIMIT ?`,
              workflowId,
              endedBefore,
              newest,
              limit,
            );
      const many =
        keepNewest === undefined
          ? []
          : await ids(
              `SELECT "id" FROM "run" WHERE "workflowId" = ? AND ${finished} AND "id" <> ?
               ORDER BY "createdAt" DESC, "id" DESC LIMIT ? OFFSET ?`,
              workflowId,
              newest,
              limit,
              Math.max(0, keepNewest - 1),
            );
      return [...new Set([...old, ...many])].slice(0, limit);
    },
    async purge(runId) {
      if ((await ids(`SELECT "id" FROM "run" WHERE "id" = ? AND ${finished}`, runId)).length === 0) return false;
      // The run's own row goes last: whatever happens between, the next try finds the rest.
      await deleteAttempts(client, runId);
      await deletePart(client, holes, 'task_run', ['runId', 'task', 'mapIndex'], runId);
      await deletePart(client, holes, 'event_batch', ['runId', 'firstSeq'], runId);
      await client.snapshot.deleteMany({ where: { runId } });
      await client.artifact.deleteMany({ where: { runId } });
      await client.approval.deleteMany({ where: { runId } });
      await client.childRun.deleteMany({ where: { runId } });
      await client.runAct.deleteMany({ where: { runId } });
      await client.runNote.deleteMany({ where: { runId } });
      // One that still waits is to be sent all the same.
      await client.alert.deleteMany({ where: { runId, status: { not: 'waiting' } } });
      await client.run.deleteMany({ where: { id: runId } });
      return true;
    },
  };
};

async function deleteAttempts(client: Queries, runId: string): Promise<void> {
  for (;;) {
    const attempts = await client.attempt.findMany({ where: { runId }, select: { id: true }, take: 100 });
    if (attempts.length === 0) return;
    const of = attempts.map(({ id }) => id);
    await client.logChunk.deleteMany({ where: { attemptId: { in: of } } });
    await client.attempt.deleteMany({ where: { id: { in: of } } });
  }
}

async function deletePart(
  client: Queries,
  holes: (sql: string) => string,
  table: 'task_run' | 'event_batch',
  key: string[],
  runId: string,
): Promise<void> {
  const columns = key.map((column) => `"${column}"`).join(', ');
  const sql = holes(
    `DELETE FROM "${table}" WHERE (${columns}) IN (SELECT ${columns} FROM "${table}" WHERE "runId" = ? LIMIT ${atOnce})`,
  );
  while ((await client.$executeRawUnsafe(sql, runId)) > 0);
}
