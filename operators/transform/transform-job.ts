/** Where a table comes from: a file (absolute), read by its format. */
export interface TableSource {
  name: string;
  file: string;
  format: 'csv' | 'json' | 'jsonl' | 'parquet';
}

/** What the program is told, in `transform.json` of the attempt's directory. */
export interface TransformJob {
  tables: TableSource[];
  query: string;
  output: 'rows' | 'parquet' | 'csv' | 'json';
  /** File name of the artifact; null for rows. */
  artifact: string | null;
}
