import type { Database } from '../database.ts';
import type { RunRow } from '../store.ts';

type Place = Pick<RunRow, 'id' | 'logicalTime' | 'number'>;

/** The run of the same workflow that comes right before this place, in one statement: the entry before it of an index. */
export async function previousRun(
  { client, provider }: Database,
  { workflowId, logicalTime, number }: Pick<RunRow, 'workflowId' | 'logicalTime' | 'number'>,
  drafts: boolean,
): Promise<Place | null> {
  const [workflow, time, count] = provider === 'sqlite' ? ['?', '?', '?'] : ['$1', '$2', '$3'];
  const sql = `SELECT "id", "logicalTime", "number" FROM "run" WHERE "workflowId" = ${workflow}
    AND ("logicalTime", "number") < (${time}, ${count})${drafts ? '' : ' AND "version" > 0'}
    ORDER BY "logicalTime" DESC, "number" DESC LIMIT 1`;
  const rows = await client.$queryRawUnsafe<{ id: string; logicalTime: bigint; number: number }[]>(
    sql,
    workflowId,
    logicalTime,
    number,
  );
  const [row] = rows;
  return row ? { id: row.id, logicalTime: Number(row.logicalTime), number: Number(row.number) } : null;
}
