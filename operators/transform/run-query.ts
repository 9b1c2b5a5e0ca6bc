import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { duckdbValue } from '#operators/duckdb-value.ts';
import type { TableJob, TableSource } from '#operators/table-job.ts';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const identifier = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const capBytes = 256 * 1024;

const readers: Record<TableSource['format'], (file: string) => string> = {
  csv: (file) => `read_csv(${text(file)})`,
  json: (file) => `read_json(${text(file)}, sample_size = -1)`,
  jsonl: (file) => `read_json(${text(file)}, format = 'newline_delimited', sample_size = -1)`,
  parquet: (file) => `read_parquet(${text(file)})`,
};
const writers: Record<Exclude<TableJob['output'], 'rows'>, string> = {
  parquet: 'format parquet, compression zstd',
  csv: 'format csv, header',
  json: 'format json, array true',
  jsonl: 'format json, array false',
};

/** Says why there is no result; `code` is `sql` or `output`. */
export class TransformFailure extends Error {
  constructor(
    readonly code: 'sql' | 'output',
    message: string,
  ) {
    super(message);
  }
}

/** From here on the database reads the tables' files and writes the result, and nothing else; it cannot be told otherwise. */
async function shut(connection: DuckDBConnection, files: string[]): Promise<void> {
  await connection.run(`set allowed_paths = [${files.map(text).join(', ')}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}

/**
 * Runs the one query over the tables: rows for the output, or a file at `target`. Gives the rows (null for a file) and
 * how many there are. Throws TransformFailure, or what DuckDB says.
 */
export async function runQuery(job: TableJob, target: string | null): Promise<{ rows: JsonObject[] | null; count: number }> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  try {
    await shut(connection, [...job.tables.map(({ file }) => file), ...(target === null ? [] : [target])]);
    for (const { name, file, format } of job.tables)
      await connection.run(`create view ${identifier(name)} as select * from ${readers[format](file)}`);
    const script = await connection.extractStatements(job.query);
    if (script.count !== 1) throw new TransformFailure('sql', `The query has ${script.count} statements. Write one, a select.`);
    const statement = await script.prepare(0);
    if (statement.statementType !== StatementType.SELECT)
      throw new TransformFailure('sql', 'The query is no select. To change a database use the operator SQL.');
    if (target === null || job.output === 'rows') return await collect(connection, job.query);
    const query = job.query.trim().replace(/(;\s*)+$/, '');
    const { rowsChanged } = await connection.run(`copy (\n${query}\n) to ${text(target)} (${writers[job.output]})`);
    return { rows: null, count: rowsChanged };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function collect(connection: DuckDBConnection, query: string): Promise<{ rows: JsonObject[]; count: number }> {
  const result = await connection.stream(query);
  const names = result.deduplicatedColumnNames();
  const rows: JsonObject[] = [];
  let bytes = 2;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const cells of chunk.getRows()) {
      const row: JsonObject = {};
      cells.forEach((value, column) => (row[names[column]!] = duckdbValue(value)));
      bytes += Buffer.byteLength(JSON.stringify(row)) + 1;
      if (bytes > capBytes)
        throw new TransformFailure(
          'output',
          `The rows take more than ${capBytes / 1024} KiB, reached at row ${rows.length + 1}. Choose an artifact as the output, aggregate, or add a limit.`,
        );
      rows.push(row);
    }
  return { rows, count: rows.length };
}
