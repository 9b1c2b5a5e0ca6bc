import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '#domain/definition/schema/json.ts';
import { CountedRows, LineRows, OutputRows } from './row-sink.ts';
import { SqlFailure, type SqlJob } from './sql-job.ts';

/*
 * The SQL operator's program: heavy native work in a process of its own, which can be ended, outlives the engine and is
 * adopted. It reads `sql.json` beside its input, and its relative paths (read_csv, copy … to) are those of the folder files.
 */
const input = process.env.DRAWLOOM_INPUT!;
const artifacts = process.env.DRAWLOOM_ARTIFACTS!;
const attempt = path.dirname(input);

function answer(value: Json): void {
  const place = process.env.DRAWLOOM_OUTPUT!;
  writeFileSync(`${place}.part`, JSON.stringify(value));
  renameSync(`${place}.part`, place);
}

async function run(job: SqlJob): Promise<void> {
  if (job.file && !job.readOnly) mkdirSync(path.dirname(job.file), { recursive: true });
  const parquet = job.output === 'artifact' ? path.join(artifacts, job.artifact) : null;
  if (job.database === 'duckdb') {
    const { runDuckdb } = await import('./run-duckdb.ts');
    const sink = job.output === 'rows' ? new OutputRows() : new CountedRows();
    await runDuckdb(job, sink, parquet);
    finish(job, sink);
    return;
  }
  const lines = path.join(attempt, 'rows.jsonl');
  const sink = job.output === 'rows' ? new OutputRows() : job.output === 'artifact' ? new LineRows(lines) : new CountedRows();
  const columns =
    job.database === 'sqlite'
      ? (await import('./run-sqlite.ts')).runSqlite(job, sink)
      : await (await import('./run-postgres.ts')).runPostgres(job, sink);
  if (sink instanceof LineRows && parquet !== null) {
    sink.close();
    const { linesToParquet } = await import('./run-duckdb.ts');
    await linesToParquet(lines, parquet, columns, sink.count);
  }
  finish(job, sink);
}

function finish(job: SqlJob, sink: OutputRows | LineRows | CountedRows): void {
  console.log(`${sink.count} ${sink.count === 1 ? 'row' : 'rows'}`);
  if (sink instanceof OutputRows) answer(sink.rows);
  else if (job.output === 'artifact') answer({ $artifact: job.artifact, rows: sink.count });
}

try {
  process.chdir(process.env.DRAWLOOM_FILES!);
  await run(JSON.parse(readFileSync(path.join(attempt, 'sql.json'), 'utf8')) as SqlJob);
  process.exit(0);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  const known = error instanceof SqlFailure;
  answer({
    $error: {
      code: known ? error.code : 'sql',
      message: message.split('\n')[0]!.slice(0, 500),
      ...(known ? { retry: error.retry } : {}),
    },
  });
  process.exit(1);
}
