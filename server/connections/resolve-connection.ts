import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { SecretFields, Vault } from '#server/secrets/vault.ts';
import type { ConnectionRow } from '#server/store/connection-row.ts';
import { kindOf } from './kinds.ts';

/** A connection ready to be used, and every text that must be masked because of it. */
export interface ResolvedConnection {
  /** What an operator reads, with `type` and `name`. */
  connection: JsonObject;
  secrets: string[];
}

/** Puts settings and opened secrets together. Refuses with `secret.sealed` when the secret is not for this host. */
export function resolveConnection(row: ConnectionRow, vault: Vault): ResolvedConnection {
  return withSecrets(row, row.secret === null ? {} : vault.open(row, row.secret));
}

/** The same with secrets that are open already: those of a form. */
export function withSecrets(
  { type, name, settings }: Pick<ConnectionRow, 'type' | 'name' | 'settings'>,
  secrets: SecretFields,
): ResolvedConnection {
  const kind = kindOf(type);
  return {
    connection: { ...kind.resolve(settings, secrets), type, name },
    secrets: [...Object.values(secrets), ...(kind.derived?.(settings, secrets) ?? [])],
  };
}
