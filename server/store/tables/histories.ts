import type { RunEvent } from '#domain/run/events.ts';
import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** Whole histories of runs that have no snapshot: an engine that starts reads them many at a time, not one by one. */
export const historiesOf = ({ client, provider }: Database): Pick<Store['runs'], 'histories'> => ({
  async histories(runIds) {
    const found = new Map<string, RunEvent[]>();
    if (runIds.length === 0) return found;
    const holes = runIds.map((_, i) => (provider === 'sqlite' ? '?' : `$${i + 1}`)).join(', ');
    const batches = await client.$queryRawUnsafe<{ runId: string; events: string }[]>(
      `SELECT b."runId", b."events" FROM "event_batch" b
       WHERE b."runId" IN (${holes}) AND NOT EXISTS (SELECT 1 FROM "snapshot" s WHERE s."runId" = b."runId")
       ORDER BY b."runId", b."firstSeq"`,
      ...runIds,
    );
    for (const { runId, events } of batches) {
      const list = JSON.parse(events) as RunEvent[];
      const known = found.get(runId);
      if (known) known.push(...list);
      else found.set(runId, list);
    }
    return found;
  },
});
