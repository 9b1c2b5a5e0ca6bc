import type { Store } from '#server/store/store.ts';

/** Pages at once: some milliseconds, after which whatever waits for the database goes first. 1 MiB. */
const pagesAtOnce = 256;

/** Gives the room of what was removed back to the system, bit by bit between turns, until none is left or `signal` ends it. */
export async function giveBack(store: Pick<Store, 'shrink'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await store.shrink(pagesAtOnce)) > 0) await new Promise((resolve) => setImmediate(resolve));
}
