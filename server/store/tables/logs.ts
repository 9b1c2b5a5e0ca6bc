import type { Database } from '../database.ts';
import { logRow } from '../rows/log-row.ts';
import type { Store } from '../store.ts';

/** Logs of an attempt, page by page. */
export const logsOf = ({ client }: Database): Pick<Store['runs'], 'logs' | 'lastLog'> => ({
  async logs(attemptId, afterSeq, limit) {
    const rows = await client.logChunk.findMany({
      where: { attemptId, seq: { gt: afterSeq } },
      orderBy: { seq: 'asc' },
      take: limit,
    });
    return rows.map(logRow);
  },
  async lastLog(attemptId) {
    const row = await client.logChunk.findFirst({ where: { attemptId }, orderBy: { seq: 'desc' } });
    return row && logRow(row);
  },
});
