import { afterAll, beforeEach, describe } from 'vitest';
import { migrateDatabase } from './migrate.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { accountsContract } from './testing/contract/accounts.ts';
import { alertsContract } from './testing/contract/alerts.ts';
import { connectionsContract } from './testing/contract/connections.ts';
import { durationsContract } from './testing/contract/durations.ts';
import { gridContract } from './testing/contract/grid.ts';
import { healthContract } from './testing/contract/health.ts';
import { pagesContract } from './testing/contract/pages.ts';
import { peopleContract } from './testing/contract/people.ts';
import { processesContract } from './testing/contract/processes.ts';
import { readsContract } from './testing/contract/reads.ts';
import { retentionContract } from './testing/contract/retention.ts';
import { transactionsContract } from './testing/contract/transactions.ts';
import { triesContract } from './testing/contract/tries.ts';
import { turnContract } from './testing/contract/turn.ts';
import { turnRefusalsContract } from './testing/contract/turn-refusals.ts';
import { workflowsContract } from './testing/contract/workflows.ts';

/** What the parts of the suite get: the store under test on a fresh database, and the way to open it once more. */
export interface StoreUnderTest {
  store(): Store;
  url(): string;
  /** Every statement of ordinary reads and writes since the test began. */
  statements(): string[];
}

/** What a provider must do, whatever its database: the same tests for each. `fresh` gives the URL of an empty database. */
export function storeContract(name: string, fresh: () => Promise<string>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let url: string;
    let statements: string[] = [];
    const open: Store[] = [];

    beforeEach(async () => {
      await Promise.all(open.splice(0).map((one) => one.close()));
      url = await fresh();
      await migrateDatabase(url);
      store = await openStore({ url, role: 'tool', durability: 'D1', onStatement: (sql) => statements.push(sql) });
      open.push(store);
      statements = [];
    });
    afterAll(async () => {
      await Promise.all(open.map((one) => one.close()));
    });

    const under: StoreUnderTest = { store: () => store, url: () => url, statements: () => statements };
    workflowsContract(under);
    turnContract(under);
    turnRefusalsContract(under);
    readsContract(under);
    pagesContract(under);
    transactionsContract(under);
    accountsContract(under);
    connectionsContract(under);
    alertsContract(under);
    retentionContract(under);
    healthContract(under);
    gridContract(under);
    durationsContract(under);
    peopleContract(under);
    processesContract(under);
    triesContract(under);
  });
}
