import { listedRunTypes } from '#domain/run/listed-run-types.ts';
import { runStatuses } from '#domain/run/status.ts';
import type { RunFilter } from '../store.ts';
import { newestPageSql, type Condition } from './newest-page-sql.ts';

/**
 * SQL of the keys of a page of runs, newest first, as `"at"` and `"key"`. Narrowed to statuses, kinds or a trigger it has one part a status
 * and kind.
 * @param hole takes a value and gives its place in the statement
 */
export function runPageSql(filter: RunFilter, hole: (value: string | number) => string): string {
  const { workflowId, triggerId, status, runType, before, from, to, limit } = filter;
  const all: Condition[] = [];
  if (workflowId !== undefined) all.push(['workflowId', '=', workflowId]);
  if (triggerId !== undefined) all.push(['triggerId', '=', triggerId]);
  if (from !== undefined) all.push(['createdAt', '>=', from]);
  if (to !== undefined) all.push(['createdAt', '<', to]);
  const narrowed = status !== undefined || runType !== undefined || triggerId !== undefined;
  const parts: Condition[][] = narrowed
    ? [...new Set(status ?? runStatuses)].flatMap((one) =>
        [...new Set(runType ?? listedRunTypes)].map((kind): Condition[] => [
          ...all,
          ['status', '=', one],
          ['runType', '=', kind],
        ]),
      )
    : // Tries of a draft are nobody's runs; they are few, and no index need know them.
      [[...all, ['runType', '<>', 'try']]];
  return newestPageSql(
    { table: 'run', at: 'createdAt', id: 'id', parts, before: before && { at: before.createdAt, id: before.id }, limit },
    hole,
  );
}
