import type { RunEvent } from '#domain/run/events.ts';
import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** Batches fetched at once. */
const batchesAtOnce = 128;

/** A run's events by seq, out of their batches (one row a run and turn), and its newest snapshot. */
export const eventsOf = ({ client }: Database): Pick<Store['runs'], 'events' | 'snapshot'> => ({
  async events(runId, afterSeq, limit) {
    const events: { seq: number; event: RunEvent }[] = [];
    for (let after = afterSeq; events.length < limit;) {
      const next = after + 1;
      const batches = await client.$queryRaw<{ firstSeq: number; lastSeq: number; events: string }[]>`
        SELECT "firstSeq", "lastSeq", "events" FROM "event_batch"
        WHERE "runId" = ${runId} AND "lastSeq" > ${after} AND "firstSeq" >=
          COALESCE((SELECT MAX("firstSeq") FROM "event_batch" WHERE "runId" = ${runId} AND "firstSeq" <= ${next}), 0)
        ORDER BY "firstSeq" LIMIT ${Math.min(batchesAtOnce, limit - events.length)}`;
      for (const batch of batches) {
        const first = Number(batch.firstSeq);
        const list = JSON.parse(batch.events) as RunEvent[];
        for (let i = Math.max(0, after + 1 - first); i < list.length && events.length < limit; i++)
          events.push({ seq: first + i, event: list[i] as RunEvent });
        after = Number(batch.lastSeq);
      }
      if (batches.length < batchesAtOnce) break;
    }
    return events;
  },
  async snapshot(runId) {
    const row = await client.snapshot.findUnique({ where: { runId } });
    return row && { seq: row.seq, machine: row.machine, state: row.state };
  },
});
