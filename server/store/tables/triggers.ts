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
});
