import { retryDelayMs } from '#domain/run/retry.ts';
import type { Mismatch } from './judged.ts';

export interface RetryCase {
  retryDelaySec: number;
  retryBackoff: number;
  maxRetryDelaySec: number | null;
  attempt: number;
  lowest: number;
  highest: number;
  identity?: string;
}

/** retries: the delay lies between the two, both included. Where between them hangs on the hash of the identity. */
export function judgeRetry(given: RetryCase): Mismatch | null {
  const { retryDelaySec, retryBackoff, maxRetryDelaySec, attempt, lowest, highest } = given;
  const policy = {
    max: attempt,
    delaySec: retryDelaySec,
    multiplier: retryBackoff,
    ...(maxRetryDelaySec == null ? {} : { maxDelaySec: maxRetryDelaySec }),
  };
  const id = given.identity ?? `retry#t#0#${attempt}`;
  const got = retryDelayMs(policy, attempt, id) / 1000;
  return got >= lowest && got <= highest ? null : { id, expected: [lowest, highest], got };
}
