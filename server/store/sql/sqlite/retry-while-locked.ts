import { isLocked, sqliteCode } from './sqlite-error.ts';

const longestPauseMs = 20;

/**
 * Does `work` and, while another process holds the database, does it again after pauses that grow from 1 to 20 ms; the
 * event loop turns meanwhile. After `patienceMs` the lock's error is thrown. `work` must leave nothing behind when it fails.
 */
export async function retryWhileLocked<T>(work: () => T | Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(sqliteCode(error)) || performance.now() >= until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
