import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { compileTrigger } from './compile-trigger.ts';
import { walkOccurrences } from './walk-occurrences.ts';

/** A stretch of a forecast: how many occurrences fall due in fromMs ≤ at < fromMs + bucketMs, and of which triggers. */
export interface ForecastBucket {
  fromMs: number;
  count: number;
  byKey: Record<string, number>;
}

/**
 * How busy a time will be: the occurrences of many triggers, counted in equal stretches from `fromMs` up to (not with) `untilMs`.
 * Of one trigger at most 20,000 are counted. `key` is whatever the caller tells triggers apart by. Throws `InvalidTrigger`, and
 * `RangeError` for more than 10,000 stretches.
 */
export function forecast(
  entries: readonly { key: string; trigger: Trigger; seed: string }[],
  range: { fromMs: number; untilMs: number; bucketMs: number },
): ForecastBucket[] {
  const { fromMs, untilMs, bucketMs } = range;
  const size = Math.max(0, Math.ceil((untilMs - fromMs) / bucketMs));
  if (!(size <= 10_000)) throw new RangeError(`A forecast has at most 10,000 stretches, not ${size}. Make them longer.`);
  const buckets = Array.from({ length: size }, (_, i): ForecastBucket => ({
    fromMs: fromMs + i * bucketMs,
    count: 0,
    byKey: {},
  }));
  for (const { key, trigger, seed } of entries) {
    let counted = 0;
    for (const { at } of walkOccurrences(compileTrigger(trigger, seed), fromMs - 1)) {
      const bucket = at < untilMs ? buckets[Math.floor((at - fromMs) / bucketMs)] : undefined;
      if (bucket === undefined || ++counted > 20_000) break;
      bucket.count++;
      bucket.byKey[key] = (bucket.byKey[key] ?? 0) + 1;
    }
  }
  return buckets;
}
