import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from '#server/boot/take-lock.ts';
import { portIsFree } from './port-is-free.ts';

/** How often it is looked, in ms. */
const lookEveryMs = 100;

export interface SiblingsPlace {
  dataDir: string;
  host: string;
  port: number;
}

/**
 * What a launcher that was killed left: its engine and its pages end by themselves as soon as they see that it is gone, and
 * until then they hold the data directory and the port. Waits for both, at most `patienceMs`; `waiting` is called once when
 * there is something to wait for. Gives what is still held then: `engine`, `port`, or null when all is free. Rejects when the
 * address cannot be listened on at all.
 */
export async function awaitSiblings(
  { dataDir, host, port }: SiblingsPlace,
  patienceMs: number,
  waiting: () => void,
): Promise<'engine' | 'port' | null> {
  const until = performance.now() + patienceMs;
  for (let told = false; ; told = true) {
    const held = engineHolds(dataDir) ? 'engine' : (await portIsFree(host, port)) ? null : 'port';
    if (held === null || performance.now() >= until) return held;
    if (!told) waiting();
    await pause(lookEveryMs);
  }
}

/** Looks by taking the engine's lock for a moment; the launcher starts no engine meanwhile. */
function engineHolds(dataDir: string): boolean {
  const lock = takeLock(path.join(dataDir, 'engine.lock'));
  lock?.release();
  return lock === null;
}
