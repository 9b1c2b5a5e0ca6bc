import { closeSync, openSync, writeSync } from 'node:fs';
import { SqlFailure, type SqlRow } from './sql-job.ts';

/** Where the rows of the last statement go. */
export interface RowSink {
  /** Rows taken so far. */
  count: number;
  add(row: SqlRow): void;
}

const capBytes = 256 * 1024;

/** Keeps rows for the output, up to what an output may hold. */
export class OutputRows implements RowSink {
  count = 0;
  readonly rows: SqlRow[] = [];
  private bytes = 2;

  add(row: SqlRow): void {
    this.bytes += Buffer.byteLength(JSON.stringify(row)) + 1;
    this.count++;
    if (this.bytes > capBytes)
      throw new SqlFailure(
        'output',
        `The rows take more than ${capBytes / 1024} KiB, reached at row ${this.count}. Choose the output artifact, aggregate, or add a limit.`,
        'never',
      );
    this.rows.push(row);
  }
}

/** Only counts. */
export class CountedRows implements RowSink {
  count = 0;
  add(): void {
    this.count++;
  }
}

/** Writes a line of JSON a row: from there DuckDB makes a Parquet file, whatever database the rows are from. */
export class LineRows implements RowSink {
  count = 0;
  private readonly file: number;
  private lines: string[] = [];

  constructor(file: string) {
    this.file = openSync(file, 'w', 0o600);
  }

  add(row: SqlRow): void {
    this.count++;
    if (this.lines.push(JSON.stringify(row)) >= 1_000) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.lines.length > 0) writeSync(this.file, `${this.lines.join('\n')}\n`);
    this.lines = [];
  }
}
