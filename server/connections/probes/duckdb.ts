import { existsSync } from 'node:fs';
import type { Probe } from './probe.ts';

/** Opens the file to read and counts its tables. */
export const probeDuckdb: Probe = async ({ file }) => {
  if (!existsSync(String(file)))
    return { ok: false, message: 'There is no such file in the folder files. Put it there, or run a task that makes it.' };
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(String(file), { access_mode: 'READ_ONLY', autoinstall_known_extensions: 'false' });
  try {
    const connection = await instance.connect();
    const result = await connection.runAndReadAll('select count(*)::integer from duckdb_tables()');
    const n = Number(result.getRows()[0]?.[0] ?? 0);
    connection.closeSync();
    return { ok: true, message: `It can be read: ${n} ${n === 1 ? 'table' : 'tables'}.` };
  } finally {
    instance.closeSync();
  }
};
