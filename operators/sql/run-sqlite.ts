import Database from 'better-sqlite3';
import type { RowSink } from './row-sink.ts';
import { SqlFailure, type SqlJob, type SqlRow } from './sql-job.ts';
import { splitStatements, statementText, wantsTransaction, type SqlToken } from './split-statements.ts';
import { sqlValue } from '#operators/sql-value.ts';

/** Runs a script on SQLite; the rows of its last statement go into the sink. Gives the names of its columns. */
export function runSqlite(job: SqlJob, sink: RowSink): string[] {
  const database = new Database(job.file ?? ':memory:', {
    timeout: 30_000,
    ...(job.readOnly && job.file ? { readonly: true, fileMustExist: true } : {}),
  });
  database.defaultSafeIntegers(true);
  try {
    const statements = splitStatements(job.query);
    const all = () =>
      statements.map((statement, at) => runOne(database, statement, job, at === statements.length - 1 ? sink : null, at));
    const columns = wantsTransaction(statements)
      ? job.readOnly
        ? database.transaction(all).deferred()
        : database.transaction(all).immediate()
      : all();
    return columns.at(-1) ?? [];
  } finally {
    database.close();
  }
}

function runOne(database: Database.Database, tokens: SqlToken[], job: SqlJob, sink: RowSink | null, at: number): string[] {
  const statement = database.prepare(statementText(tokens));
  const named: Record<string, unknown> = {};
  for (const { kind, text } of tokens) {
    if (kind !== 'parameter') continue;
    const value = job.parameters[text.slice(1)];
    if (value === undefined)
      throw new SqlFailure('sql', `The query names ${text}, and there is no such parameter. Add it.`, 'never');
    named[text.slice(1)] =
      typeof value === 'boolean' ? Number(value) : Number.isSafeInteger(value) ? BigInt(value as number) : value;
  }
  const values = Object.keys(named).length > 0 ? [named] : [];
  if (!statement.reader) {
    const { changes } = statement.run(...values);
    if (changes > 0) console.log(`statement ${at + 1}: ${changes} rows changed`);
    return [];
  }
  for (const row of statement.iterate(...values) as IterableIterator<Record<string, unknown>>)
    sink?.add(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, sqlValue(value)])) as SqlRow);
  return statement.columns().map(({ name }) => name);
}
