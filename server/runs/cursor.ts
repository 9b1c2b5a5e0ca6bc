import { Refusal } from '#server/refusal.ts';

/** Where a page of runs ended, as text that callers hand back. */
export const cursorOf = (run: { createdAt: number; id: string }): string => `${run.createdAt}~${run.id}`;

/** The place that a cursor names; null for none. One that nobody gave out is 400 `runs.cursor`. */
export function readCursor(text: string | null | undefined): { createdAt: number; id: string } | null {
  if (!text) return null;
  const found = /^(\d{1,15})~(.{1,300})$/.exec(text);
  if (!found) throw new Refusal('runs.cursor', 'This place in the list is not known. Begin at the top.');
  return { createdAt: Number(found[1]), id: found[2] ?? '' };
}
