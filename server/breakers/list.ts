import { newBreaker, type Breaker, type BreakerChange } from '#domain/admission/breaker.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store } from '#server/store/store.ts';
import { breakAfterOf } from '#server/workflows/break-after.ts';

/** Failed runs that are named. */
const failuresShown = 3;

/** A run as it is linked. */
export interface BreakerRun {
  runId: string;
  /** Null when the run is gone. */
  number: number | null;
}
/** A workflow's circuit breaker as it is listed. */
export interface BreakerEntry extends Pick<Breaker, 'state' | 'since' | 'failures' | 'openings' | 'trialAt'> {
  workflowId: string;
  name: string;
  enabled: boolean;
  /** Failed runs in a row that open it. */
  threshold: number;
  /** The newest failed runs, the newest first. */
  failedRuns: BreakerRun[];
  trialRun: BreakerRun | null;
  /** The newest change first; people by name. */
  history: BreakerChange[];
}

const order = { open: 0, 'half-open': 1, closed: 2 } as const;

/** Every workflow that has a circuit breaker, those that are not closed first, then by name. */
export async function listBreakers(
  store: Store,
  names: ReadonlyMap<string, string>,
  catalog: readonly Manifest[],
): Promise<BreakerEntry[]> {
  const [workflows, rows] = await Promise.all([store.workflows.list(), store.breakers.list()]);
  const thresholds = await breakAfterOf(store, workflows, catalog);
  const known = new Map(rows.map((row) => [row.workflowId, row]));
  // Asked in one go: the client makes one statement of them.
  const link = async (runId: string): Promise<BreakerRun> => ({ runId, number: (await store.runs.get(runId))?.number ?? null });
  const entries = workflows.flatMap(({ id, name, enabled }) => {
    const threshold = thresholds.get(id);
    if (threshold === undefined) return [];
    const breaker = known.get(id) ?? newBreaker;
    const { state, since, failures, openings, trialAt, trialRun } = breaker;
    const recent = breaker.failedRuns.slice(-failuresShown).reverse();
    return [
      Promise.all([Promise.all(recent.map(link)), trialRun === null ? null : link(trialRun)]).then(
        ([failedRuns, trial]): BreakerEntry => ({
          workflowId: id,
          name,
          enabled,
          threshold,
          state,
          since,
          failures,
          openings,
          trialAt,
          failedRuns,
          trialRun: trial,
          history: [...breaker.history].reverse().map((change) => named(change, names)),
        }),
      ),
    ];
  });
  return (await Promise.all(entries)).sort((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name, 'en'));
}

const named = ({ by, ...change }: BreakerChange, names: ReadonlyMap<string, string>): BreakerChange =>
  by === undefined ? change : { ...change, by: names.get(by) ?? 'somebody' };
