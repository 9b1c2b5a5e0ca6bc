import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  StatementType,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBType,
} from '@duckdb/node-api';
import { duckdbValue } from '#operators/duckdb-value.ts';
import type { RowSink } from './row-sink.ts';
import { SqlFailure, type SqlJob, type SqlRow } from './sql-job.ts';
import { splitStatements, statementText, wantsTransaction } from './split-statements.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Opens a DuckDB that loads nothing from the network: extensions are not installed by themselves. */
async function openDuckdb(file: string | null, readOnly = false): Promise<{ connection: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(file ?? ':memory:', {
    autoinstall_known_extensions: 'false',
    ...(readOnly && file !== null ? { access_mode: 'READ_ONLY' } : {}),
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function bind(statement: DuckDBPreparedStatement, parameters: SqlJob['parameters']): void {
  if (statement.parameterCount === 0) return;
  const values: Record<string, string | number | bigint | boolean | null> = {};
  const types: Record<string, DuckDBType | undefined> = {};
  for (let at = 1; at <= statement.parameterCount; at++) {
    const name = statement.parameterName(at);
    const value = parameters[name];
    if (value === undefined)
      throw new SqlFailure('sql', `The query names $${name}, and there is no such parameter. Add it.`, 'never');
    const whole = typeof value === 'number' && Number.isSafeInteger(value);
    values[name] = whole ? BigInt(value) : value;
    types[name] = whole ? BIGINT : typeof value === 'number' ? DOUBLE : typeof value === 'boolean' ? BOOLEAN : VARCHAR;
  }
  statement.bind(values, types);
}

/** Runs a script on DuckDB; the rows of its last statement go into the sink, or into a Parquet file. */
export async function runDuckdb(job: SqlJob, sink: RowSink, parquet: string | null): Promise<void> {
  const { connection, close } = await openDuckdb(job.file, job.readOnly);
  try {
    const own = wantsTransaction(splitStatements(job.query));
    if (own) await connection.run('begin');
    const script = await connection.extractStatements(job.query);
    for (let at = 0; at < script.count; at++) {
      const last = at === script.count - 1;
      const statement = await script.prepare(at);
      if (last && parquet !== null && statement.statementType === StatementType.SELECT)
        await copyOut(connection, job, parquet, sink);
      else await runOne(statement, job, last ? sink : null, `statement ${at + 1}`);
    }
    if (own) await connection.run('commit');
  } finally {
    close();
  }
}

async function runOne(statement: DuckDBPreparedStatement, job: SqlJob, sink: RowSink | null, name: string): Promise<void> {
  bind(statement, job.parameters);
  const result = await statement.stream();
  const isQuery = result.statementType === StatementType.SELECT || result.columnNames().join() !== 'Count';
  const names = result.deduplicatedColumnNames();
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if (!sink || !isQuery) continue;
    for (const row of chunk.getRows()) {
      const object: SqlRow = {};
      row.forEach((value, column) => (object[names[column]!] = duckdbValue(value)));
      sink.add(object);
    }
  }
  if (!isQuery && result.rowsChanged > 0) console.log(`${name}: ${result.rowsChanged} rows changed`);
}

/** The last query again, as the source of a Parquet file: its text stands behind the last semicolon. */
async function copyOut(connection: DuckDBConnection, job: SqlJob, parquet: string, sink: RowSink): Promise<void> {
  const query = statementText(splitStatements(job.query).at(-1)!);
  const statement = await connection.prepare(`copy (\n${query}\n) to ${quoted(parquet)} (format parquet, compression zstd)`);
  bind(statement, job.parameters);
  const result = await statement.run();
  sink.count = result.rowsChanged;
}

/** Makes a Parquet file from lines of JSON. Without a row nothing is known of the columns but their names. */
export async function linesToParquet(lines: string, parquet: string, columns: readonly string[], rows: number): Promise<void> {
  const { connection, close } = await openDuckdb(null);
  try {
    const named = columns.map((name) => `null::varchar as "${name.replaceAll('"', '""')}"`).join(', ');
    const source =
      rows > 0
        ? `select * from read_json(${quoted(lines)}, format = 'newline_delimited', sample_size = -1)`
        : `select ${named === '' ? 'null as nothing' : named} where false`;
    await connection.run(`copy (${source}) to ${quoted(parquet)} (format parquet, compression zstd)`);
  } finally {
    close();
  }
}
