import type { Store } from '#server/store/store.ts';
import { Vault } from './vault.ts';

/** The vault of a data directory and its database: the key must be the one that the stored secrets were sealed with. Throws SecretKeyError. */
export async function openVault(dataDir: string, store: Pick<Store, 'connections'>): Promise<Vault> {
  return Vault.open(dataDir, await store.connections.aSecret());
}
