import type { Database } from '../database.ts';
import { runRow } from '../rows/run-row.ts';
import { recentRunsPostgres } from '../sql/postgres/recent-runs.ts';
import { recentRunsSqlite } from '../sql/sqlite/recent-runs.ts';
import type { RunRow } from '../store.ts';

/** Newest `count` runs of each workflow, newest first, in one statement. */
export async function recentRuns({ client, provider }: Database, workflowIds: string[], count: number): Promise<RunRow[]> {
  if (workflowIds.length === 0 || count <= 0) return [];
  const ask = provider === 'sqlite' ? recentRunsSqlite : recentRunsPostgres;
  return (await ask(client, workflowIds, count)).map(runRow);
}
