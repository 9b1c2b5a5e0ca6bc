import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { migrateDatabase } from '../migrate.ts';
import { openStore, type OpenOptions } from '../open-store.ts';
import type { Store } from '../store.ts';

/** Stores on fresh files, for one test file; closed and removed after each test. */
export function sqliteStores() {
  const stores: Store[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const open = async (file: string, options: Partial<OpenOptions> = {}): Promise<Store> => {
    const store = await openStore({ url: `file:${file}`, role: 'tool', durability: 'D1', patienceMs: 0, ...options });
    stores.push(store);
    return store;
  };
  const folder = (): string => {
    const made = mkdtempSync(path.join(os.tmpdir(), 'drawloom-store-'));
    folders.push(made);
    return made;
  };
  return {
    /** An empty folder. */
    folder,
    /** The store of a file that has its schema. Nobody waits for a lock unless `patienceMs` says so. */
    open,
    /** A fresh file with its schema, and its store. */
    async fresh(options: Partial<OpenOptions> = {}): Promise<{ file: string; store: Store }> {
      const file = path.join(folder(), 'drawloom.db');
      await migrateDatabase(`file:${file}`);
      return { file, store: await open(file, options) };
    },
  };
}
