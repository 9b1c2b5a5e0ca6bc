import { createMask } from '#server/engine/perform/mask.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { ConnectionRow } from '#server/store/connection-row.ts';
import type { Store } from '#server/store/store.ts';

/** Shorter secrets are words that tasks may say without having them from us. */
const shortest = 8;

/** Gives the name of the connection whose secret, in any form that is masked, stands in a text written at an instant; null: none. */
export type FindSecret = (text: string, at: number) => string | null;

/** Looks for the secrets that the vault holds now, by the mask that should have taken them out. What was written before a secret was set is not looked at. */
export async function openFindSecret(store: Pick<Store, 'connections'>, vault: Vault): Promise<FindSecret> {
  const known = (await store.connections.list()).flatMap((row) => {
    const long = secretsOf(vault, row).filter((value) => value.length >= shortest);
    return long.length === 0 ? [] : [{ name: row.name, since: row.updatedAt, mask: createMask(long) }];
  });
  return (text, at) => known.find(({ since, mask }) => at >= since && mask.text(text) !== text)?.name ?? null;
}

/** None where nobody can open them: then no task had them. */
function secretsOf(vault: Vault, { id, type, host, secret }: ConnectionRow): string[] {
  if (secret === null) return [];
  try {
    return Object.values(vault.open({ id, type, host }, secret));
  } catch {
    return [];
  }
}
