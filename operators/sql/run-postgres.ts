import type { RowSink } from './row-sink.ts';
import { SqlFailure, type SqlJob, type SqlRow } from './sql-job.ts';
import { splitStatements, wantsTransaction, type SqlToken } from './split-statements.ts';
import { sqlValue } from '#operators/sql-value.ts';

/** Rows fetched at a time: a large result never stands in memory as a whole. */
const fetchRows = 1_000;

/** PostgreSQL knows parameters by number: `$name` becomes `$1`, in order of appearance. */
export function numberParameters(
  statement: readonly SqlToken[],
  parameters: SqlJob['parameters'],
): { text: string; values: unknown[] } {
  const names: string[] = [];
  const text = statement
    .map((token) => {
      if (token.kind !== 'parameter') return token.text;
      const name = token.text.slice(1);
      if (parameters[name] === undefined)
        throw new SqlFailure('sql', `The query names ${token.text}, and there is no such parameter. Add it.`, 'never');
      if (!names.includes(name)) names.push(name);
      return `$${names.indexOf(name) + 1}`;
    })
    .join('')
    .trim();
  return { text, values: names.map((name) => parameters[name]) };
}

/** Runs a script on PostgreSQL; the rows of its last statement go into the sink. Gives the names of its columns. */
export async function runPostgres(job: SqlJob, sink: RowSink): Promise<string[]> {
  const { default: pg } = await import('pg');
  // Dates stay what they are: a date has no zone, and a JavaScript Date would move it to another day.
  const iso = (value: string) => value.replace(' ', 'T');
  const types = {
    getTypeParser(oid: number) {
      if (oid === 20) return (value: string) => BigInt(value);
      if (oid === 1082) return (value: string) => value;
      if (oid === 1114) return iso;
      if (oid === 1700)
        return (value: string) =>
          Number.isSafeInteger(Number(value)) || /^-?\d{0,15}(\.\d+)?$/.test(value) ? Number(value) : value;
      return pg.types.getTypeParser(oid, 'text') as (value: string) => unknown;
    },
  };
  const client = new pg.Client({
    connectionString: job.url!,
    types,
    application_name: 'drawloom',
    connectionTimeoutMillis: 30_000,
  });
  await client.connect();
  // TERM ends this program, but the server would go on with the query.
  process.once('SIGTERM', () => void cancel(job.url!, (client as unknown as { processID: number }).processID));
  try {
    const statements = splitStatements(job.query);
    const own = wantsTransaction(statements) || statements.length === 1;
    const only =
      statements.length === 1 &&
      !/^\s*(select|with|values|table|insert|update|delete|merge)\b/i.test(numberParameters(statements[0]!, job.parameters).text);
    if (own && !only) await client.query('begin');
    let columns: string[] = [];
    for (const [at, statement] of statements.entries()) {
      const last = at === statements.length - 1;
      const { text, values } = numberParameters(statement, job.parameters);
      if (
        last &&
        own &&
        !only &&
        /^\s*(select|with|values|table)\b/i.test(text) &&
        !/\b(insert|update|delete|merge)\b/i.test(text)
      ) {
        columns = await readThrough(client, text, values, sink);
        continue;
      }
      const result = await client.query<Record<string, unknown>>({ text, values });
      if (last) {
        columns = result.fields.map(({ name }) => name);
        for (const row of result.rows) sink.add(toJson(row));
      }
      if (result.command !== 'SELECT' && (result.rowCount ?? 0) > 0)
        console.log(`statement ${at + 1}: ${result.rowCount} rows changed`);
    }
    if (own && !only) await client.query('commit');
    return columns;
  } finally {
    await client.end();
  }
}

/** Reads a query through a cursor of the transaction. */
async function readThrough(client: import('pg').Client, text: string, values: unknown[], sink: RowSink): Promise<string[]> {
  await client.query({ text: `declare drawloom_rows no scroll cursor for ${text}`, values });
  for (;;) {
    const { rows, fields } = await client.query<Record<string, unknown>>(`fetch ${fetchRows} from drawloom_rows`);
    for (const row of rows) sink.add(toJson(row));
    if (rows.length < fetchRows) return fields.map(({ name }) => name);
  }
}

const toJson = (row: Record<string, unknown>): SqlRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, sqlValue(value)]));

async function cancel(url: string, backend: number): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [backend]);
    await client.end();
  } finally {
    process.exit(143);
  }
}
