import type { Database } from '../database.ts';
import { occurrenceRow, triggerStateRow } from '../rows/trigger-row.ts';
import type { Store } from '../store.ts';

/** Switches of triggers and what became of their occurrences. */
export const triggersOf = ({ client }: Database): Store['triggers'] => ({
  async states() {
    return (await client.triggerState.findMany({ orderBy: [{ workflowId: 'asc' }, { triggerId: 'asc' }] })).map(triggerStateRow);
  },
  async setEnabled(workflowId, triggerId, enabled, decidedThrough) {
    await client.$executeRaw`
      INSERT INTO "trigger_state" ("workflowId", "triggerId", "enabled", "decidedThrough")
      VALUES (${workflowId}, ${triggerId}, ${enabled}, ${BigInt(decidedThrough)})
      ON CONFLICT ("workflowId", "triggerId") DO UPDATE SET "enabled" = excluded."enabled", "decidedThrough" =
        CASE WHEN excluded."decidedThrough" > "trigger_state"."decidedThrough"
          THEN excluded."decidedThrough" ELSE "trigger_state"."decidedThrough" END`;
  },
  async occurrences(workflowId, limit) {
    const rows = await client.occurrence.findMany({
      where: { workflowId },
      orderBy: [{ at: 'desc' }, { triggerId: 'asc' }],
      take: limit,
    });
    return rows.map(occurrenceRow);
  },
  // By the high-water mark what is gone is never decided again.
  pruneOccurrences: (workflowId, before, limit) => client.$executeRaw`
      DELETE FROM "occurrence" WHERE ("workflowId", "triggerId", "at") IN (
        SELECT o."workflowId", o."triggerId", o."at" FROM "occurrence" o
        JOIN "trigger_state" t ON t."workflowId" = o."workflowId" AND t."triggerId" = o."triggerId"
        WHERE o."workflowId" = ${workflowId} AND o."at" < ${BigInt(before)} AND o."at" <= t."decidedThrough"
          AND (o."runId" IS NULL OR NOT EXISTS (SELECT 1 FROM "run" r WHERE r."id" = o."runId"))
        ORDER BY o."at" LIMIT ${limit})`,
});
