import type { Database } from '../database.ts';
import type { Contradiction, Store } from '../store.ts';
import { contradictionChecks } from './contradiction-checks.ts';

/** What the database says of its own health. */
export const healthOf = ({ client, provider }: Database): Store['health'] => ({
  async contradictions(limit) {
    const found: Contradiction[] = [];
    for (const { invariant, message, sql } of contradictionChecks) {
      const rows = await client.$queryRawUnsafe<{ subject: string }[]>(`${sql} LIMIT ${Math.max(0, Math.trunc(limit))}`);
      for (const { subject } of rows) found.push({ invariant, subject, message });
    }
    return found;
  },
  async about() {
    if (provider === 'sqlite') {
      const [row] = await client.$queryRawUnsafe<{ version: string; bytes: bigint }[]>(
        `SELECT sqlite_version() AS version,
          (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size) AS bytes`,
      );
      return { version: `SQLite ${row?.version ?? ''}`, bytes: Number(row?.bytes ?? 0) };
    }
    const [row] = await client.$queryRawUnsafe<{ version: string; bytes: bigint }[]>(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`,
    );
    return { version: `PostgreSQL ${row?.version ?? ''}`, bytes: Number(row?.bytes ?? 0) };
  },
});
