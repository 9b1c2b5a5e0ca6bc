import type { StoredTable } from './stored-tables.ts';

/**
 * A row as both databases can read and write it, in the form of PostgreSQL's `row_to_json`: booleans are booleans,
 * instants with a date type are ISO text in UTC without a zone, bytes are `\x` and hexadecimal digits.
 */
export type NeutralRow = Record<string, string | number | boolean | null>;

/** All rows of a database as they stood when it was opened. */
export interface TableSource {
  /** In the order of the key, some hundred at a time. */
  read(table: StoredTable): AsyncIterable<NeutralRow[]>;
  close(): Promise<void>;
}

/** One transaction on a database: nothing is there until `commit`, and nothing at all when it is closed before. */
export interface TableTarget {
  isEmpty(table: StoredTable): Promise<boolean>;
  write(table: StoredTable, rows: NeutralRow[]): Promise<void>;
  commit(): Promise<void>;
  close(): Promise<void>;
}

/** Rows read at once; few, because one row of events or of a log may be large. */
export const rowsAtOnce = 200;
