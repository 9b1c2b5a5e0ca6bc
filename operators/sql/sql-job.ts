import type { JsonObject } from '#domain/definition/schema/json.ts';

/** What the SQL program is told, in `sql.json` of the attempt's directory: paths are absolute, secrets are filled in. */
export interface SqlJob {
  database: 'duckdb' | 'sqlite' | 'postgres';
  /** Null: in memory. */
  file: string | null;
  /** The file must be there and is not changed. */
  readOnly: boolean;
  /** `postgresql://…`; never an argument, which every user of the machine could read. */
  url: string | null;
  query: string;
  parameters: Record<string, string | number | boolean | null>;
  output: 'rows' | 'artifact' | 'none';
  /** File name of the artifact. */
  artifact: string;
}

/** Says why a statement cannot be run; `code` is `sql` (the database says so) or `output`. */
export class SqlFailure extends Error {
  constructor(
    readonly code: 'sql' | 'output',
    message: string,
    readonly retry: 'policy' | 'never' = 'policy',
  ) {
    super(message);
  }
}

export type SqlRow = JsonObject;
