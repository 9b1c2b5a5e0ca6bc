import type { Database, Queries } from '../database.ts';
import type { Store } from '../store.ts';

/** Rows deleted in one go: each go is a transaction of its own, so that turns get through between them. */
const atOnce = 500;
const finished = `"status" IN ('success', 'failed', 'cancelled')`;

/** What may go, and how it goes. */
export const runRetentionOf = ({ client, provider }: Database): Pick<Store['runs'], 'expired' | 'pruneActs' | 'purge'> => {
  const holes = (sql: string) => {
    let number = 0;
    return provider === 'sqlite' ? sql : sql.replaceAll('?', () => `$${++number}`);
  };
  const ids = async (sql: string, ...values: (string | number)[]) =>
    (await client.$queryRawUnsafe<{ id: string }[]>(holes(sql), ...values)).map(({ id }) => id);

  /** The oldest of the newest `count` runs of a workflow, of which unfinished ones are none but the very newest; null when there are not so many. */
  const lastKept = async (workflowId: string, newest: string, count: number) => {
    const [last] = await client.$queryRawUnsafe<{ createdAt: bigint | number; id: string }[]>(
      holes(`SELECT "createdAt", "id" FROM "run" WHERE "workflowId" = ? AND (${finished} OR "id" = ?)
        ORDER BY "createdAt" DESC, "id" DESC LIMIT 1 OFFSET ?`),
      ...[workflowId, newest, Math.max(0, count - 1)],
    );
    return last ?? null;
  };

  return {
    async expired({ workflowId, keepNewest, endedBefore, keyedSince }, limit) {
      const [newest] = await ids(
        `SELECT "id" FROM "run" WHERE "workflowId" = ? ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`,
        workflowId,
      );
      if (newest === undefined) return [];
      // Each walk goes up an index from its oldest entry and ends where nothing more can fit: made before it ended, or older than the last kept.
      const walk = (bound: string, ...values: (string | number)[]) =>
        ids(
          `SELECT "id" FROM "run" WHERE "workflowId" = ? AND ${bound} AND ${finished} AND "id" <> ?
             AND ("idempotencyKey" IS NULL OR "createdAt" < ?) ORDER BY "createdAt", "id" LIMIT ?`,
          ...[workflowId, ...values, newest, keyedSince ?? Number.MAX_SAFE_INTEGER, limit],
        );
      const old = endedBefore === undefined ? [] : await walk(`"createdAt" < ? AND "endedAt" < ?`, endedBefore, endedBefore);
      const last = keepNewest === undefined ? null : await lastKept(workflowId, newest, keepNewest);
      const many = last === null ? [] : await walk(`("createdAt", "id") < (?, ?)`, Number(last.createdAt), last.id);
      return [...new Set([...old, ...many])].slice(0, limit);
    },
    async pruneActs(before, limit) {
      return client.$executeRawUnsafe(
        holes(`DELETE FROM "run_act" WHERE ("runId", "key") IN
          (SELECT "runId", "key" FROM "run_act" WHERE "at" < ? ORDER BY "at" LIMIT ?)`),
        before,
        limit,
      );
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
