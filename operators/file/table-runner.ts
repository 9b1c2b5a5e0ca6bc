import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { processFailure } from '#operators/process-failure.ts';
import { CodedFailure, type ProcessRunner, type RunContext } from '#operators/runner.ts';
import type { TableJob, TableSource } from '#operators/table-job.ts';
import { tableSource } from '#operators/table-source.ts';
import { failureOf } from './failure-of.ts';
import { vetPlace } from './vet-place.ts';

type Format = 'csv' | 'jsonl' | 'parquet';
const query = 'select * from content';

/** Whether a config reads or writes a table, which is done by DuckDB in a process of its own. */
export function isTable(config: JsonObject): boolean {
  const { action, format } = config;
  return (action === 'read' || action === 'write') && (format === 'csv' || format === 'jsonl' || format === 'parquet');
}

async function reading(config: JsonObject, context: RunContext): Promise<TableJob> {
  const file = vetPlace(config, context);
  const shown = String(config.path);
  try {
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error(shown), { code: 'EISDIR' });
  } catch (error) {
    throw failureOf(error as NodeJS.ErrnoException, shown) ?? error;
  }
  const rows = config.into !== 'artifact';
  const artifact = rows ? null : `${context.taskId}.parquet`;
  const tables: TableSource[] = [{ name: 'content', file, format: config.format as Format }];
  return { tables, query, output: rows ? 'rows' : 'parquet', artifact };
}

/** What is to be written: rows or an artifact, and nothing that could be meant otherwise. */
function contentOf(content: Json | undefined): Json {
  if (Array.isArray(content) || (typeof content === 'object' && content !== null)) return content;
  throw new CodedFailure(
    'config',
    'A table is written from a list of objects or an artifact, such as {{ tasks.extract.output }}. For text choose the format text.',
    'never',
  );
}

function writing(config: JsonObject, context: RunContext): { job: TableJob; files: Record<string, string> } {
  const place = vetPlace(config, context);
  if (config.append === true)
    throw new CodedFailure('config', 'A table is written whole. Switch Append off, or choose the format text.', 'never');
  const content = contentOf(config.content);
  // Lines of JSON tell no columns: no rows are an empty file.
  const isEmpty = Array.isArray(content) && content.length === 0 && config.format === 'jsonl';
  const found = isEmpty ? { rows: [] } : tableSource('content', content, context.resolveFile);
  const own = path.join(context.directory, 'content.json');
  const source: Omit<TableSource, 'name'> = 'file' in found ? found : { file: own, format: 'json' };
  const job: TableJob = {
    tables: [{ name: 'content', ...source }],
    query,
    output: config.format as Format,
    artifact: null,
    file: { place, shown: path.relative(context.filesDirectory, place) },
  };
  return { job, files: 'rows' in found ? { 'content.json': JSON.stringify(found.rows) } : {} };
}

/** Reads a table into rows or a Parquet artifact, and writes one from rows or an artifact: CSV, lines of JSON, Parquet. */
export const tableRunner: ProcessRunner = {
  kind: 'process',
  async prepare(config, context) {
    const { job, files } =
      config.action === 'read' ? { job: await reading(config, context), files: {} } : writing(config, context);
    return {
      argv: [process.execPath, '--no-warnings', path.join(context.programDirectory, 'transform-worker.js')],
      files: { ...files, 'transform.json': JSON.stringify(job) },
    };
  },
  finish(_config, end) {
    const failed = processFailure(end);
    // There is no query of a person: what the database says is about the file, which may be another at the next try.
    if (failed?.type === 'failed' && failed.error.code === 'sql')
      return { ...failed, error: { ...failed.error, code: 'output' }, retry: 'policy' };
    return failed ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
