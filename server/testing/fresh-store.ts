import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import type { Store } from '#server/store/store.ts';

export interface FreshStore {
  store: Store;
  dataDir: string;
  /** Statements of ordinary reads and writes so far. */
  statements: string[];
  close(): Promise<void>;
}

/** An empty SQLite store in a data directory of its own, for one test file. */
export async function freshStore(): Promise<FreshStore> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'drawloom-test-'));
  const url = `file:${path.join(dataDir, 'drawloom.db')}`;
  await migrateDatabase(url);
  const statements: string[] = [];
  const store = await openStore({ url, role: 'web', durability: 'D1', onStatement: (sql) => statements.push(sql) });
  return {
    store,
    dataDir,
    statements,
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
