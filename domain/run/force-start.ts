import { askFor } from './ask-for.ts';
import type { Draft } from './draft.ts';

/**
 * Makes a task run that is not at work ask for its next attempt, whatever it waits for; its retries are told apart by
 * `forced`, so that they do not wait either. What is parked is left behind: its attempt ends without an answer.
 */
export function forceStart(draft: Draft, task: number, index: number): void {
  const row = draft.row(task, index);
  draft.put(task, index, {
    ...row,
    // Whoever asked for the past alone needs no answer any more.
    past: row.past === 'asked' ? 'unasked' : row.past,
    spent: 0,
    lost: 0,
    lostBefore: row.lostBefore + row.lost,
    firstAt: null,
    sensor: false,
    forced: true,
  });
  askFor(draft, task, index);
}
