import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** What the rest of the server may know of accounts; server/auth has the tables through `authDatabase`. */
export const accountsOf = ({ client }: Database): Store['accounts'] => ({
  async exist() {
    return (await client.account.findFirst({ select: { id: true } })) !== null;
  },
});
