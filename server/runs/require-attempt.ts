import { Refusal } from '#server/refusal.ts';
import type { AttemptRow, Store } from '#server/store/store.ts';

/** The attempt with this id, or 404 `attempt.unknown`. */
export async function requireAttempt(store: Store, attemptId: string): Promise<AttemptRow> {
  const attempt = await store.runs.attempt(attemptId);
  if (!attempt) throw new Refusal('attempt.unknown', 'There is no such attempt. It may have been removed as too old.', 404);
  return attempt;
}
