import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { ApprovalRow, ApprovalStatus, ApprovalTable, Audience } from '../approval-row.ts';
import type { Database } from '../database.ts';
import type { Approval } from '../generated/sqlite/client.ts';
import { instant } from '../rows/instant.ts';

const approvalRow = (row: Approval): ApprovalRow => ({
  ...row,
  form: row.form === null ? null : (JSON.parse(row.form) as JsonObject),
  audience: JSON.parse(row.audience) as Audience,
  status: row.status as ApprovalStatus,
  askedAt: Number(row.askedAt),
  dueAt: instant(row.dueAt),
  answeredAt: instant(row.answeredAt),
  answers: row.answers === null ? null : (JSON.parse(row.answers) as Json),
});

/** What people are asked; turns write it. */
export const approvalsOf = ({ client }: Database): ApprovalTable => ({
  async get(attemptId) {
    const row = await client.approval.findUnique({ where: { attemptId } });
    return row && approvalRow(row);
  },
  async list({ status, workflowId, runId, before, limit }) {
    const rows = await client.approval.findMany({
      where: {
        ...(status?.length ? { status: { in: status } } : {}),
        ...(workflowId === undefined ? {} : { workflowId }),
        ...(runId === undefined ? {} : { runId }),
        ...(before
          ? { OR: [{ askedAt: { lt: before.askedAt } }, { askedAt: before.askedAt, attemptId: { lt: before.attemptId } }] }
          : {}),
      },
      orderBy: [{ askedAt: 'desc' }, { attemptId: 'desc' }],
      take: limit,
    });
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
