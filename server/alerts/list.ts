import { Refusal } from '#server/refusal.ts';
import type { AlertFilter, AlertRow } from '#server/store/alert-row.ts';
import type { Store } from '#server/store/store.ts';

/** An alert with the names that a person reads. */
export interface AlertItem extends AlertRow {
  runNumber: number | null;
  workflowName: string;
}
export interface AlertPage {
  alerts: AlertItem[];
  /** Hand it back for the next page; null on the last. */
  nextCursor: string | null;
}

/** Alerts, newest first. A cursor that nobody gave out is 400 `alerts.cursor`. */
export async function listAlerts(
  store: Pick<Store, 'alerts' | 'workflows' | 'runs'>,
  { cursor, limit, ...filter }: Omit<AlertFilter, 'before'> & { cursor?: string | null },
): Promise<AlertPage> {
  const before = cursor ? readCursor(cursor) : undefined;
  // One more than asked for tells whether there is another page.
  const rows = await store.alerts.list({ ...filter, ...(before ? { before } : {}), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const workflows = new Map((await store.workflows.list()).map(({ id, name }) => [id, name]));
  const runIds = [...new Set(page.flatMap(({ runId }) => runId ?? []))];
  const numbers = new Map(await Promise.all(runIds.map(async (id) => [id, (await store.runs.get(id))?.number ?? null] as const)));
  const alerts = page.map((row) => ({
    ...row,
    runNumber: row.runId === null ? null : (numbers.get(row.runId) ?? null),
    workflowName: workflows.get(row.workflowId) ?? row.workflowId,
  }));
  const last = page.at(-1);
  return { alerts, nextCursor: rows.length > limit && last ? `${last.createdAt}~${last.id}` : null };
}

function readCursor(text: string): NonNullable<AlertFilter['before']> {
  const at = text.indexOf('~');
  const createdAt = Number(text.slice(0, at));
  if (at < 1 || !Number.isSafeInteger(createdAt))
    throw new Refusal('alerts.cursor', 'This place in the list is not known. Begin at its top.', 400);
  return { createdAt, id: text.slice(at + 1) };
}
