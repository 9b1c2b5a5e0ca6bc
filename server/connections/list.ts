import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store } from '#server/store/store.ts';
import { connectionView, type ConnectionView } from './connection-view.ts';
import { connectionUses } from './used-by.ts';

/** Every connection, by name. */
export async function listConnections(store: Store, catalog: readonly Manifest[]): Promise<ConnectionView[]> {
  const [rows, uses] = await Promise.all([store.connections.list(), connectionUses(store, catalog)]);
  return rows.map((row) => connectionView(row, uses.get(row.name) ?? []));
}
