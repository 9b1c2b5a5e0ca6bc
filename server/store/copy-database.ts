import { storedTables } from './stored-tables.ts';
import { StoreUnusable } from './store-unusable.ts';
import type { TableSource, TableTarget } from './table-rows.ts';

/** Rows copied, by table. */
export type CopiedRows = Record<string, number>;

/**
 * Copies every row of one database into another, whatever their kinds, both with current schemas: the source as it stood
 * at one moment while others go on using it, the target all or nothing. Throws StoreUnusable `store.not-empty` when the
 * target holds rows already.
 */
export async function copyDatabase(from: string, to: string): Promise<CopiedRows> {
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      const copied = await copy(source, target);
      await target.commit();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(source: TableSource, target: TableTarget): Promise<CopiedRows> {
  for (const table of storedTables)
    if (!(await target.isEmpty(table)))
      throw new StoreUnusable(
        'store.not-empty',
        `The target database is not empty (it has rows in "${table.name}"). Give an empty one.`,
      );
  const copied: CopiedRows = {};
  for (const table of storedTables) {
    let count = 0;
    for await (const rows of source.read(table)) {
      await target.write(table, rows);
      count += rows.length;
    }
    copied[table.name] = count;
  }
  return copied;
}

async function openSource(url: string): Promise<TableSource> {
  if (url.startsWith('file:')) return (await import('./sql/sqlite/table-rows.ts')).sqliteSource(url);
  return (await import('./sql/postgres/table-rows.ts')).postgresSource(url);
}

async function openTarget(url: string): Promise<TableTarget> {
  if (url.startsWith('file:')) return (await import('./sql/sqlite/table-rows.ts')).sqliteTarget(url);
  return (await import('./sql/postgres/table-rows.ts')).postgresTarget(url);
}
