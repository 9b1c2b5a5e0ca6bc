import type { Run } from '../generated/sqlite/client.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { RunStatus, RunType } from '#domain/run/status.ts';
import type { RunRow } from '../store.ts';
import { instant } from './instant.ts';

/** What a list of runs loads: never the draft a run carries, nor the key of its request. */
export type RunColumns = Omit<Run, 'draft' | 'idempotencyKey'>;

/** The same for Prisma's `omit`. */
export const runOmit = { draft: true, idempotencyKey: true } as const;

/** The same for raw SQL, each column with this table name before it. */
export const runColumnsSql = (table: string): string =>
  [
    'id',
    'number',
    'workflowId',
    'version',
    'runType',
    'status',
    'paused',
    'reason',
    'logicalTime',
    'params',
    'triggerId',
    'createdBy',
    'createdAt',
    'startedAt',
    'endedAt',
    'seq',
  ]
    .map((column) => `${table}."${column}"`)
    .join(', ');

/** A stored run as the store's callers see it. SQLite's raw queries give 0 and 1 for booleans. */
export const runRow = (row: RunColumns): RunRow => ({
  id: row.id,
  number: Number(row.number),
  workflowId: row.workflowId,
  version: Number(row.version),
  runType: row.runType as RunType,
  status: row.status as RunStatus,
  paused: Boolean(row.paused),
  reason: row.reason,
  logicalTime: Number(row.logicalTime),
  params: JSON.parse(row.params) as JsonObject,
  triggerId: row.triggerId,
  createdBy: row.createdBy,
  createdAt: Number(row.createdAt),
  startedAt: instant(row.startedAt),
  endedAt: instant(row.endedAt),
  seq: Number(row.seq),
});
