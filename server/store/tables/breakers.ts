import type { BreakerChange, BreakerState } from '#domain/admission/breaker.ts';
import type { Database } from '../database.ts';
import { instant } from '../rows/instant.ts';
import type { Store } from '../store.ts';

/** Circuit breakers of workflows, by workflow. */
export const breakersOf = ({ client }: Database): Store['breakers'] => ({
  async list() {
    const rows = await client.breaker.findMany({ orderBy: { workflowId: 'asc' } });
    return rows.map((row) => ({
      ...row,
      state: row.state as BreakerState,
      since: Number(row.since),
      failedRuns: JSON.parse(row.failedRuns) as string[],
      trialAt: instant(row.trialAt),
      history: JSON.parse(row.history) as BreakerChange[],
    }));
  },
});
