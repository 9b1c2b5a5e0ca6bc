import type { Queries } from './database.ts';
import { openStore } from './open-store.ts';
import { openedDatabases } from './opened-databases.ts';
import { readTable } from './read-table.ts';
import type { Store } from './store.ts';
import { storedTables } from './stored-tables.ts';
import { StoreUnusable } from './store-unusable.ts';

const longMs = 24 * 3_600_000;

/** Rows copied, by table. */
export type CopiedRows = Record<string, number>;

/**
 * Copies every row of one database into another, whatever their kinds, both with current schemas: the source as it stood
 * at one moment, the target all or nothing. Throws StoreUnusable `store.not-empty` when the target holds rows already.
 */
export async function copyDatabase(from: string, to: string): Promise<CopiedRows> {
  const source = await openStore({ url: from, role: 'tool', durability: 'D2' });
  try {
    const target = await openStore({ url: to, role: 'tool', durability: 'D2' });
    try {
      return await copy(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(source: Store, target: Store): Promise<CopiedRows> {
  const read = openedDatabases.get(source);
  const write = openedDatabases.get(target);
  if (!read || !write) throw new Error('openStore gave these');
  const copied: CopiedRows = {};
  const patience = { maxWait: 60_000, timeout: longMs };
  await write.transaction(async (into) => {
    await assertEmpty(into);
    await read.snapshot(async (out) => {
      for (const table of storedTables) {
        let count = 0;
        for await (const rows of readTable(out, read.provider, table)) {
          const model = into[table.model] as unknown as { createMany(input: { data: unknown[] }): Promise<{ count: number }> };
          count += (await model.createMany({ data: rows })).count;
        }
        copied[table.sql] = count;
      }
    }, patience);
  }, patience);
  return copied;
}

async function assertEmpty(into: Queries): Promise<void> {
  for (const { sql } of storedTables) {
    const rows = await into.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${sql}" LIMIT 1`);
    if (rows.length > 0)
      throw new StoreUnusable(
        'store.not-empty',
        `The target database is not empty (it has rows in "${sql}"). Give an empty one.`,
      );
  }
}
