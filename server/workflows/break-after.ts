import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store, WorkflowRow } from '#server/store/store.ts';
import { draftSummaries } from './draft-summary.ts';
import { versionSummaries } from './version-summary.ts';

/** After how many failed runs in a row the circuit of each of these workflows opens; those without a breaker are missing. */
export async function breakAfterOf(
  store: Store,
  rows: WorkflowRow[],
  catalog: readonly Manifest[],
): Promise<ReadonlyMap<string, number>> {
  const [versions, drafts] = await Promise.all([versionSummaries(store, rows), draftSummaries(store, catalog)]);
  return new Map(
    rows.flatMap(({ id, version }) => {
      // What is switched off runs by nothing now; its draft says what is meant.
      const after = version === null ? null : (versions.get(id) ?? drafts.get(id))?.breakAfter;
      return after == null ? [] : [[id, after] as const];
    }),
  );
}
