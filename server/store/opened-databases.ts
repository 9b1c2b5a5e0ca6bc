import type { Database } from './database.ts';
import type { Store } from './store.ts';

/** What lies behind each open store, for files of this folder that need Prisma itself; a Store shows none of it. */
export const openedDatabases = new WeakMap<Store, Database>();
