import type { Store } from '#server/store/store.ts';
import { requireConnection } from './require-connection.ts';

/** Deletes a connection with its secret. Tasks that name it fail with `connection.missing` until there is one of this name. */
export async function removeConnection(store: Pick<Store, 'connections'>, id: string): Promise<Record<string, never>> {
  await requireConnection(store, id);
  await store.connections.remove(id);
  return {};
}
