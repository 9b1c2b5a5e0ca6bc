import type { ChildRunTable } from '../child-run-row.ts';
import type { Database } from '../database.ts';

/** Which run started which; turns write it. */
export const childRunsOf = ({ client }: Database): ChildRunTable => ({
  get: (runId) => client.childRun.findUnique({ where: { runId } }),
  of: (parentRunIds) =>
    parentRunIds.length === 0
      ? Promise.resolve([])
      : client.childRun.findMany({
          where: { parentRunId: { in: parentRunIds } },
          orderBy: [{ parentRunId: 'asc' }, { task: 'asc' }, { mapIndex: 'asc' }, { attempt: 'asc' }],
        }),
});
