import type { Json } from '#domain/definition/schema/json.ts';
import type { Store } from '#server/store/store.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';

const page = 5_000;

/**
 * What woke the attempts that were parked, were woken and had not ended when the last engine did: read back from the events,
 * where an answer stands since before anybody was told that it was taken.
 */
export async function restoreAnswers(store: Store, runId: string, woken: readonly OpenAttempt[]): Promise<void> {
  const wanted = new Map(woken.map((open) => [`${open.task}#${open.index ?? -1}@${open.attempt}`, open]));
  for (let seq = 0; ;) {
    const events = await store.runs.events(runId, seq, page);
    for (const { event } of events) {
      if (event.type !== 'attemptWoken' && event.type !== 'attemptParked') continue;
      const open = wanted.get(`${event.task}#${event.index ?? -1}@${event.attempt}`);
      if (!open) continue;
      const answer: { answer?: Json } =
        event.type === 'attemptWoken' && event.answer !== undefined ? { answer: event.answer } : {};
      open.woken = event.type === 'attemptWoken' ? answer : null;
    }
    seq = events.at(-1)?.seq ?? seq;
    if (events.length < page) return;
  }
}
