import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store } from '#server/store/store.ts';
import { draftSummaries } from '#server/workflows/draft-summary.ts';
import type { ConnectionUse } from './connection-view.ts';

/** Which drafts use which connection, by its name. A deleted workflow counts no more. */
export async function connectionUses(store: Store, catalog: readonly Manifest[]): Promise<Map<string, ConnectionUse[]>> {
  const [summaries, workflows] = await Promise.all([draftSummaries(store, catalog), store.workflows.list()]);
  const uses = new Map<string, ConnectionUse[]>();
  for (const { id, name } of workflows) {
    const byConnection = new Map<string, string[]>();
    for (const use of summaries.get(id)?.connections ?? [])
      byConnection.set(use.connection, [...(byConnection.get(use.connection) ?? []), use.place]);
    for (const [connection, places] of byConnection)
      uses.set(connection, [...(uses.get(connection) ?? []), { workflowId: id, name, places }]);
  }
  return uses;
}
