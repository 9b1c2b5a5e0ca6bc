import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store } from '#server/store/store.ts';
import { connectionView, type ConnectionView } from './connection-view.ts';
import { requireConnection } from './require-connection.ts';
import { connectionUses } from './used-by.ts';

/** One connection; 404 `connection.unknown`. */
export async function getConnection(store: Store, catalog: readonly Manifest[], id: string): Promise<ConnectionView> {
  const row = await requireConnection(store, id);
  return connectionView(row, (await connectionUses(store, catalog)).get(row.name) ?? []);
}
