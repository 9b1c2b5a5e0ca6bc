import type { Json } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';
import type { TableSource } from './table-job.ts';

const formats: Record<string, TableSource['format']> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
};

/** A table's file, or rows that have yet to be written into one. */
export type FoundTable = { file: string; format: TableSource['format'] } | { rows: Json[] };

const refuse = (message: string): CodedFailure => new CodedFailure('config', message, 'never');

function formatOf(table: string, file: string): TableSource['format'] {
  const format = formats[/\.([A-Za-z0-9]+)(\.gz)?$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (!format)
    throw refuse(`Table ${table}: the ending of ${file} tells no format. It has to be csv, tsv, json, jsonl or parquet.`);
  return format;
}

/**
 * Where a table comes from: rows as they are, an artifact, or a file in the folder `files`. Throws CodedFailure `config`,
 * or what `resolveFile` refuses.
 */
export function tableSource(table: string, value: Json, resolveFile: (path: string) => string): FoundTable {
  if (Array.isArray(value)) {
    if (value.length === 0) throw refuse(`Table ${table} has no rows, so nobody knows its columns.`);
    if (!value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)))
      throw refuse(`Table ${table} is a list, and not all of its entries are objects.`);
    return { rows: value };
  }
  if (typeof value === 'string' && value.trim() !== '') {
    const file = value.trim();
    return { file: resolveFile(file), format: formatOf(table, file) };
  }
  if (typeof value === 'object' && value !== null) {
    const { path, name } = value;
    if (typeof path === 'string' && typeof name === 'string') return { file: resolveFile(path), format: formatOf(table, name) };
    throw refuse(`Table ${table} is an object. Give a list of objects, an artifact or the name of a file.`);
  }
  throw refuse(`Table ${table} has no source. Write one such as {{ tasks.extract.output }} or in/rain.csv.`);
}
