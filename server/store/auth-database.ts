import { prismaAdapter } from 'better-auth/adapters/prisma';
import { openedDatabases } from './opened-databases.ts';
import type { Store } from './store.ts';

/**
 * The `database` option of better-auth, over the same connection as the store: tables user, session, account and
 * verification. Errors come as StoreUnavailable and StoreConflict like everywhere else. Throws when the store is not one
 * that `openStore` gave.
 */
export function authDatabase(store: Store): ReturnType<typeof prismaAdapter> {
  const database = openedDatabases.get(store);
  if (!database) throw new Error('authDatabase wants a store that openStore opened');
  return prismaAdapter(database.client, {
    provider: database.provider === 'sqlite' ? 'sqlite' : 'postgresql',
    transaction: false,
  });
}
