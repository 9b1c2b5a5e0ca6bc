import { Refusal } from '#server/refusal.ts';
import type { ConnectionRow } from '#server/store/connection-row.ts';
import type { Store } from '#server/store/store.ts';

/** The connection with this id; 404 `connection.unknown`. */
export async function requireConnection(store: Pick<Store, 'connections'>, id: string): Promise<ConnectionRow> {
  const row = await store.connections.get(id);
  if (!row) throw new Refusal('connection.unknown', 'This connection is not there any more. Somebody may have deleted it.', 404);
  return row;
}
