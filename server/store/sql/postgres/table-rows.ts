import pg from 'pg';
import { rowsAtOnce, type NeutralRow, type TableSource, type TableTarget } from '../../table-rows.ts';
import { postgresError } from './postgres-error.ts';

async function connected(url: string, begin: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(begin);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw postgresError(error);
  }
}

/** A PostgreSQL database to read: one transaction that sees one moment and that nobody waits for. */
export async function postgresSource(url: string): Promise<TableSource> {
  const client = await connected(url, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    async *read({ name, key }) {
      const order = key.map((column) => `"${column}"`).join(', ');
      await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(t) AS row FROM "${name}" t ORDER BY ${order}`);
      for (;;) {
        const { rows } = await client.query<{ row: NeutralRow }>(`FETCH ${rowsAtOnce} FROM rows`);
        if (rows.length > 0) yield rows.map(({ row }) => row);
        if (rows.length < rowsAtOnce) break;
      }
      await client.query('CLOSE rows');
    },
    close: () => client.end(),
  };
}

/** A PostgreSQL database to fill. */
export async function postgresTarget(url: string): Promise<TableTarget> {
  const client = await connected(url, 'BEGIN');
  return {
    async isEmpty({ name }) {
      return (await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length === 0;
    },
    async write({ name }, rows) {
      const columns = Object.keys(rows[0] ?? {})
        .map((column) => `"${column}"`)
        .join(', ');
      await client.query(
        `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${name}", $1::json)`,
        [JSON.stringify(rows)],
      );
    },
    async commit() {
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}
