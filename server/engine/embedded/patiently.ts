import { StoreUnavailable } from '#server/store/store.ts';

const firstPauseMs = 20;
const longestPauseMs = 2_000;

/**
 * Reads again and again while the database does not answer: for what the engine itself must know, where a failure would be
 * counted against a task. Rejects with every other error, and after an fsync failure.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || error.code === 'store.fsync-failed') throw error;
    }
    await pause(pauseMs);
  }
}
