import type { AlertEvent, AlertRow, AlertStatus, AlertTable } from '../alert-row.ts';
import type { Database } from '../database.ts';
import type { Alert } from '../generated/sqlite/client.ts';
import { plainText } from '../plain-text.ts';
import { instant } from '../rows/instant.ts';

const alertRow = (row: Alert): AlertRow => ({
  ...row,
  event: row.event as AlertEvent,
  status: row.status as AlertStatus,
  createdAt: Number(row.createdAt),
  nextAt: Number(row.nextAt),
  sentAt: instant(row.sentAt),
});

/** The outbox of alerts; turns write it. */
export const alertsOf = ({ client }: Database): AlertTable => ({
  async get(id) {
    const row = await client.alert.findUnique({ where: { id } });
    return row && alertRow(row);
  },
  async list({ status, workflowId, runId, before, limit }) {
    const rows = await client.alert.findMany({
      where: {
        ...(status?.length ? { status: { in: status } } : {}),
        ...(workflowId === undefined ? {} : { workflowId }),
        ...(runId === undefined ? {} : { runId }),
        ...(before
          ? { OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(alertRow);
  },
  async due(at, limit) {
    const rows = await client.alert.findMany({
      where: { status: 'waiting', nextAt: { lte: at } },
      orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(alertRow);
  },
  async nextAt() {
    const row = await client.alert.findFirst({
      where: { status: 'waiting' },
      orderBy: { nextAt: 'asc' },
      select: { nextAt: true },
    });
    return row && Number(row.nextAt);
  },
  count(status) {
    return client.alert.count({ where: { status } });
  },
  async update(id, expected, { error, ...set }) {
    const { count } = await client.alert.updateMany({
      where: { id, status: expected },
      data: { ...set, ...(error === undefined ? {} : { error: plainText(error) }) },
    });
    return count === 1;
  },
});
