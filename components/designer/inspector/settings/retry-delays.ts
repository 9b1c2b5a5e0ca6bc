import type { Retry } from '#domain/definition/schema/workflow.ts';

/** The longest delay there is, seconds. */
const cap = 86_400;

/**
 * Least and greatest delay before attempts 2, 3, …, seconds (semantics.md, Attempts and retries): constant when the multiplier is 0 or 1; else
 * `b = max(1, ceil(delay · m^(n−1)))`, with less than b of jitter, then the caps.
 */
export function retryDelays(retry: Retry): { least: number; most: number }[] {
  const { max, delaySec, multiplier, maxDelaySec } = retry;
  return Array.from({ length: Math.min(max, 1000) }, (_, i) => {
    if (multiplier === 0 || multiplier === 1) return { least: delaySec, most: delaySec };
    const power = delaySec * multiplier ** i;
    const base = Number.isFinite(power) ? Math.max(1, Math.ceil(power)) : cap;
    const limit = Math.min(cap, maxDelaySec ?? cap);
    return { least: Math.min(base, limit), most: Math.min(base * 2, limit) };
  });
}
