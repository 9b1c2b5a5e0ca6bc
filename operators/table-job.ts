/** Where a table comes from: a file (absolute), read by its format. */
export interface TableSource {
  name: string;
  file: string;
  format: 'csv' | 'json' | 'jsonl' | 'parquet';
}

/** What the program of tables (transform.worker.ts) is told, in `transform.json` of the attempt's directory. */
export interface TableJob {
  tables: TableSource[];
  query: string;
  output: 'rows' | 'parquet' | 'csv' | 'json' | 'jsonl';
  /** File name of the artifact; null for rows, and for a file. */
  artifact: string | null;
  /** The result replaces this file (absolute, of the folder `files`), which is told as `shown`; missing: rows, or an artifact. */
  file?: { place: string; shown: string };
}
