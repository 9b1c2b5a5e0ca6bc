import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { Store } from '#server/store/store.ts';
import { kindOf } from './kinds.ts';
import { boundHost, splitSecrets } from './split-secrets.ts';

/** The refusal of a name that another connection has: 409 `connection.exists`. */
export const nameTaken = (name: string): Refusal =>
  new Refusal('connection.exists', `There is a connection ${name} already. Choose another name.`, 409, {
    problems: [{ pointer: '/name', message: 'Another connection has this name.' }],
  });

/** Makes a connection from a filled-in form; its secrets are sealed before anything is written. */
export async function createConnection(
  store: Pick<Store, 'connections'>,
  vault: Vault,
  input: { name: string; type: string; settings: JsonObject },
  { by, at }: Act,
): Promise<{ id: string }> {
  const kind = kindOf(input.type);
  const { settings, secrets } = splitSecrets(kind, input.settings);
  const host = boundHost(kind, { settings, secrets });
  const id = randomUUID();
  const secretFields = Object.keys(secrets);
  const row = {
    id,
    name: input.name,
    type: kind.type,
    settings,
    host,
    secret: secretFields.length === 0 ? null : vault.seal({ id, type: kind.type, host }, secrets),
    secretFields,
    createdBy: by,
  };
  if ((await store.connections.create(row, at)) === 'exists') throw nameTaken(input.name);
  return { id };
}
