import type { Json } from '#domain/definition/schema/json.ts';
import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** What the newest successful attempt of each task run left. */
export const outputsOf = ({ client }: Database): Pick<Store['runs'], 'outputs'> => ({
  async outputs(runId) {
    const rows = await client.$queryRaw<{ task: string; mapIndex: number; output: string | null }[]>`
      SELECT "task", "mapIndex", "output" FROM (
        SELECT "task", "mapIndex", "output", ROW_NUMBER() OVER (PARTITION BY "task", "mapIndex" ORDER BY "attempt" DESC) AS "nth"
        FROM "attempt" WHERE "runId" = ${runId} AND "status" = 'success') newest
      WHERE "nth" = 1 ORDER BY "task", "mapIndex"`;
    return rows.map(({ task, mapIndex, output }) => ({
      task,
      mapIndex: Number(mapIndex),
      output: output === null ? null : (JSON.parse(output) as Json),
    }));
  },
});
