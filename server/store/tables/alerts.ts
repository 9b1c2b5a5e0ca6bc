import { alertStatuses, type AlertEvent, type AlertRow, type AlertStatus, type AlertTable } from '../alert-row.ts';
import type { Database } from '../database.ts';
import type { Alert } from '../generated/sqlite/client.ts';
import { plainText } from '../plain-text.ts';
import { instant } from '../rows/instant.ts';
import { newestPageSql } from './newest-page-sql.ts';
import { partsByStatus } from './parts-by-status.ts';
import { statementValues } from './statement-values.ts';

const alertRow = (row: Alert): AlertRow => ({
  ...row,
  event: row.event as AlertEvent,
  status: row.status as AlertStatus,
  tries: Number(row.tries),
  createdAt: Number(row.createdAt),
  nextAt: Number(row.nextAt),
  sentAt: instant(row.sentAt),
});

/** The outbox of alerts; turns write it. */
export const alertsOf = ({ client, provider }: Database): AlertTable => ({
  async get(id) {
    const row = await client.alert.findUnique({ where: { id } });
    return row && alertRow(row);
  },
  async list({ before, limit, ...filter }) {
    if (limit <= 0) return [];
    const { values, hole } = statementValues({ provider });
    const keys = newestPageSql(
      {
        ...{ table: 'alert', at: 'createdAt', id: 'id', limit },
        parts: partsByStatus(filter, alertStatuses),
        before: before && { at: before.createdAt, id: before.id },
      },
      hole,
    );
    const rows = await client.$queryRawUnsafe<Alert[]>(
      `SELECT r.* FROM (${keys}) f JOIN "alert" r ON r."id" = f."key" ORDER BY f."at" DESC, f."key" DESC`,
      ...values,
    );
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
