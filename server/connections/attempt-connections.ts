import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';
import { LiveMask } from '#server/engine/perform/live-mask.ts';
import { Refusal } from '#server/refusal.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { ConnectionRow } from '#server/store/connection-row.ts';
import type { Store } from '#server/store/store.ts';
import { resolveConnection } from './resolve-connection.ts';

/** What attempts get of connections. */
export interface AttemptConnections {
  /** Knows every secret that was handed out, and those that processes of an earlier engine may hold. */
  mask: LiveMask;
  /** A connection by its name, secrets filled in; null when there is none. Rejects with CodedFailure `secret.sealed`. */
  connection(name: string): Promise<JsonObject | null>;
  /** `conn` of templates and conditions: by name, without secrets. */
  scope(): Promise<JsonObject>;
}

/**
 * Opens connections for attempts; a secret is masked before it is handed out. `patiently` reads again while the database
 * does not answer, which is no failure of a task.
 */
export async function attemptConnections(
  store: Pick<Store, 'connections'>,
  vault: Vault,
  patiently: <T>(read: () => Promise<T>) => Promise<T>,
): Promise<AttemptConnections> {
  const mask = new LiveMask();
  const open = (row: ConnectionRow): JsonObject => {
    try {
      const { connection, secrets } = resolveConnection(row, vault);
      mask.add(secrets);
      return connection;
    } catch (error) {
      if (error instanceof Refusal) throw new CodedFailure(error.code, `Connection ${row.name}: ${error.message}`, 'never');
      throw error;
    }
  };
  // A program that an engine before this one started may print what it was given.
  for (const row of await patiently(() => store.connections.list())) {
    try {
      open(row);
    } catch {
      // Nobody can open it, so nobody can print it. The task that wants it says why.
    }
  }
  return {
    mask,
    async connection(name) {
      const row = await patiently(() => store.connections.byName(name));
      return row ? open(row) : null;
    },
    async scope() {
      const rows = await patiently(() => store.connections.list());
      return Object.fromEntries(rows.map(({ name, type, host, settings }) => [name, { ...settings, type, origin: host }]));
    },
  };
}
