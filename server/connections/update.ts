import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { Store } from '#server/store/store.ts';
import { nameTaken } from './create.ts';
import { kindOf } from './kinds.ts';
import { mergeSecrets } from './merge-secrets.ts';
import { requireConnection } from './require-connection.ts';
import { splitSecrets } from './split-secrets.ts';

/**
 * Changes a connection. Secrets that the form leaves empty stay, unless the host changed: then they are void, and the
 * answer says so. 409 `connection.conflict` when somebody else changed it meanwhile.
 */
export async function updateConnection(
  store: Pick<Store, 'connections'>,
  vault: Vault,
  input: { id: string; revision: number; name: string; settings: JsonObject },
  { at }: Act,
): Promise<{ secretVoided: boolean }> {
  const row = await requireConnection(store, input.id);
  const kind = kindOf(row.type);
  const { settings, secrets, host, voided } = mergeSecrets(kind, splitSecrets(kind, input.settings), row, vault);
  const secretFields = Object.keys(secrets);
  const secret = secretFields.length === 0 ? null : vault.seal({ id: row.id, type: row.type, host }, secrets);
  const change = { name: input.name, settings, host, secret, secretFields };
  const answer = await store.connections.update(row.id, input.revision, change, at);
  if (answer === 'exists') throw nameTaken(input.name);
  if (answer === 'conflict')
    throw new Refusal('connection.conflict', 'Somebody else changed this connection meanwhile. Open it again.', 409);
  return { secretVoided: voided };
}
