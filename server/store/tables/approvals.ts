import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { approvalStatuses, type ApprovalRow, type ApprovalStatus, type ApprovalTable, type Audience } from '../approval-row.ts';
import type { Database } from '../database.ts';
import type { Approval } from '../generated/sqlite/client.ts';
import { instant } from '../rows/instant.ts';
import { newestPageSql } from './newest-page-sql.ts';
import { partsByStatus } from './parts-by-status.ts';
import { statementValues } from './statement-values.ts';

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
  async list({ before, limit, ...filter }) {
    if (limit <= 0) return [];
    const { values, hole } = statementValues({ provider });
    const keys = newestPageSql(
      {
        ...{ table: 'approval', at: 'askedAt', id: 'attemptId', limit },
        parts: partsByStatus(filter, approvalStatuses),
        before: before && { at: before.askedAt, id: before.attemptId },
      },
      hole,
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
