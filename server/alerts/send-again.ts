import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';

/**
 * Has an alert tried now: one that was given up begins anew. The caller tells the outbox. Refuses `alert.unknown` (404) and
 * `alert.sent` (409).
 */
export async function sendAgain(store: Pick<Store, 'alerts'>, id: string, now: number): Promise<void> {
  const alert = await store.alerts.get(id);
  if (!alert) throw new Refusal('alert.unknown', 'There is no such alert. It may have been removed with its run.', 404);
  const begun =
    alert.status !== 'sent' &&
    (await store.alerts.update(id, alert.status, {
      status: 'waiting',
      nextAt: now,
      ...(alert.status === 'failed' ? { tries: 0 } : {}),
    }));
  if (!begun) throw new Refusal('alert.sent', 'This alert was sent already.', 409);
}
