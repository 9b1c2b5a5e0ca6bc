import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { approvalStatuses, type ApprovalRow, type ApprovalStatus, type ApprovalTable, type Audience } from '../approval-row.ts';
import type { Database } from '../database.ts';
import type { Approval } from '../generated/sqlite/client.ts';
import { instant } from '../rows/instant.ts';
import { newestPageSql, type Condition } from './newest-page-sql.ts';

const approvalRow = (row: Approval): ApprovalRow => ({
  ...row,
  mapIndex: Number(row.mapIndex),
  attempt: Number(row.attempt),
  form: row.form === null ? null : (JSON.parse(row.form) as JsonObject),
  audience: JSON.parse(row.audience) as Audience,
  status: row.status as ApprovalStatus,
  askedAt: Number(row.askedAt),
  dueAt: instant(row.dueAt),
  answeredAt: instant(row.answeredAt),
  answers: row.answers === null ? null : (JSON.parse(row.answers) as Json),
});

/** What people are asked; turns write it. */
export const approvalsOf = ({ client, provider }: Database): ApprovalTable => ({
  async get(attemptId) {
    const row = await client.approval.findUnique({ where: { attemptId } });
    return row && approvalRow(row);
  },
  async list({ status, workflowId, runId, before, limit }) {
    if (limit <= 0) return [];
    const all: Condition[] = [];
    if (workflowId !== undefined) all.push(['workflowId', '=', workflowId]);
    // A run has few, and an index of its own.
    if (runId !== undefined) all.push(['runId', '=', runId]);
    const statuses = status?.length ? status : workflowId === undefined ? null : approvalStatuses;
    const values: (string | number)[] = [];
    const keys = newestPageSql(
      {
        ...{ table: 'approval', at: 'askedAt', id: 'attemptId', limit },
        parts: statuses ? [...new Set(statuses)].map((one): Condition[] => [...all, ['status', '=', one]]) : [all],
        before: before && { at: before.askedAt, id: before.attemptId },
      },
      (value) => (values.push(value), provider === 'sqlite' ? '?' : `$${values.length}`),
    );
    const rows = await client.$queryRawUnsafe<Approval[]>(
      `SELECT r.* FROM (${keys}) f JOIN "approval" r ON r."attemptId" = f."key" ORDER BY f."at" DESC, f."key" DESC`,
      ...values,
    );
    return rows.map(approvalRow);
  },
  async waiting(limit) {
    const rows = await client.approval.findMany({
      where: { status: 'waiting' },
      orderBy: [{ askedAt: 'asc' }, { attemptId: 'asc' }],
      take: limit,
    });
    return rows.map(approvalRow);
  },
});
