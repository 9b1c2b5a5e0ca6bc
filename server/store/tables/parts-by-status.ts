import type { Condition } from './newest-page-sql.ts';

/**
 * Parts of a page of what runs leave (alerts, approvals): one a status when it is narrowed to statuses or to a workflow, since these indexes
 * have the status before the instant; else one.
 * @param every all statuses there are
 */
export function partsByStatus(
  filter: { status?: readonly string[] | undefined; workflowId?: string | undefined; runId?: string | undefined },
  every: readonly string[],
): Condition[][] {
  const { status, workflowId, runId } = filter;
  const all: Condition[] = [];
  if (workflowId !== undefined) all.push(['workflowId', '=', workflowId]);
  // A run has few, and an index of its own.
  if (runId !== undefined) all.push(['runId', '=', runId]);
  const statuses = status?.length ? status : workflowId === undefined ? null : every;
  return statuses ? [...new Set(statuses)].map((one): Condition[] => [...all, ['status', '=', one]]) : [all];
}
