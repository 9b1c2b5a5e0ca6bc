import type { Store } from '#server/store/store.ts';
import { makeSetupToken } from './setup-token.ts';

/** A fresh one-time token while nobody can sign in, else null: what the engine sends with `ready`. */
export async function setupTokenIfNeeded(store: Store): Promise<string | null> {
  return (await store.accounts.exist()) ? null : makeSetupToken(store);
}
