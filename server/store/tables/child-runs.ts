import type { ChildRunTable } from '../child-run-row.ts';
import type { Database } from '../database.ts';

/** Parents asked for in one statement: databases limit its parameters, and an engine may start over any number of runs. */
const atOnce = 500;

/** Which run started which; turns write it. */
export const childRunsOf = ({ client }: Database): ChildRunTable => ({
  get: (runId) => client.childRun.findUnique({ where: { runId } }),
  of: async (parentRunIds) => {
    const ids = [...parentRunIds].sort();
    const rows = [];
    for (let from = 0; from < ids.length; from += atOnce)
      rows.push(
        ...(await client.childRun.findMany({
          where: { parentRunId: { in: ids.slice(from, from + atOnce) } },
          orderBy: [{ parentRunId: 'asc' }, { task: 'asc' }, { mapIndex: 'asc' }, { attempt: 'asc' }],
        })),
      );
    return rows;
  },
});
