import type { Retry } from '#domain/definition/schema/workflow.ts';
import { hashText } from './hash-text.ts';

/** No backoff waits longer: 24 hours. */
const longestSec = 86_400;

/**
 * How long to wait after attempt `attempt` (1 = the first; attempts lost to our own failure are not counted), in ms.
 * Multiplier 0 or 1: `delaySec`, neither jitter nor cap. Otherwise `b = max(1, ceil(delay · m^(n−1)))` seconds (86,400 when
 * that is no number any more) plus `h mod b`, then at most 24 h and at most `maxDelaySec`.
 * @param identity what the jitter hangs on, so that it comes out the same everywhere: `workflow#task#logicalTime#n`,
 *   the logical time in ms, a mapped copy as `task[index]`; `h` is `hashText` of it
 */
export function retryDelayMs(retry: Retry, attempt: number, identity: string): number {
  const { delaySec, multiplier } = retry;
  if (multiplier === 0 || multiplier === 1) return delaySec * 1000;
  const grown = Math.ceil(delaySec * multiplier ** (attempt - 1));
  const base = Math.max(1, Number.isFinite(grown) ? grown : longestSec);
  const capped = Math.min(base + (hashText(identity) % base), longestSec, retry.maxDelaySec ?? longestSec);
  return capped * 1000;
}
