import { existsSync } from 'node:fs';
import type { Probe } from './probe.ts';

/** Opens the file and counts its tables. */
export const probeSqlite: Probe = async ({ file }) => {
  if (!existsSync(String(file)))
    return { ok: false, message: 'There is no such file in the folder files. Put it there, or run a task that makes it.' };
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(String(file), { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const { n } = database.prepare(`select count(*) as n from sqlite_master where type = 'table'`).get() as { n: number };
    return { ok: true, message: `It can be read: ${n} ${n === 1 ? 'table' : 'tables'}.` };
  } finally {
    database.close();
  }
};
