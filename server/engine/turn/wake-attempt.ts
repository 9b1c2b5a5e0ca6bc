import type { Json } from '#domain/definition/schema/json.ts';
import type { Decider } from './decider.ts';
import { wakeKey } from './wake-key.ts';
import type { OpenAttempt } from './open-attempt.ts';

/**
 * What a parked attempt waited for has come, within a turn. Gives the machine's refusal when it does not wait (any more);
 * then nothing has changed, so of two answers the first counts.
 * @param by the person who answered
 */
export function wakeAttempt(
  decider: Decider,
  open: OpenAttempt,
  woken: { answer?: Json },
  at: number,
  by?: string,
): string | null {
  const { run, task, index, attempt } = open;
  const before = open.woken;
  // It may be admitted, and given its answer, before the call returns.
  open.woken = woken;
  const refused = decider.apply(run, {
    type: 'attemptWoken',
    at,
    ...(index === undefined ? { task } : { task, index }),
    attempt,
    ...woken,
    ...(by === undefined ? {} : { by }),
  });
  if (refused !== null) open.woken = before;
  else {
    delete open.child;
    decider.turn.effects.push({ type: 'clearTimer', key: wakeKey(run.facts.id, task, index) });
  }
  return refused;
}
