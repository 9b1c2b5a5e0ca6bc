import type { Database, Queries } from './database.ts';
import type { StoredTable } from './stored-tables.ts';

/** Rows fetched at once; few, because one row of events or of a log may be large. */
const rowsAtOnce = 200;

/** Every row of a table in the order of its key, as the generated client gives them, some hundred at a time. */
export async function* readTable(
  queries: Queries,
  provider: Database['provider'],
  { sql, key }: StoredTable,
): AsyncGenerator<Record<string, unknown>[]> {
  const columns = key.map((column) => `"${column}"`).join(', ');
  const hole = (i: number) => (provider === 'sqlite' ? '?' : `$${i + 1}`);
  const after = `WHERE (${columns}) > (${key.map((_, i) => hole(i)).join(', ')})`;
  for (let last: Record<string, unknown> | undefined; ;) {
    const text = `SELECT * FROM "${sql}" ${last ? after : ''} ORDER BY ${columns} LIMIT ${rowsAtOnce}`;
    const values = last ? key.map((column) => last?.[column]) : [];
    const rows = await queries.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}
