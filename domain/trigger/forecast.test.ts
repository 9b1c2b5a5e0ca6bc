import { expect, test } from 'vitest';
import { forecast } from './forecast.ts';
import { triggerOf } from './testing/trigger-of.ts';

test('occurrences of many triggers are counted by stretch and trigger', () => {
  const fromMs = Date.parse('2027-01-01T00:00:00Z');
  const hourly = { key: 'hourly', trigger: triggerOf({ type: 'cron', cron: ['0 * * * *'] }), seed: 'a' };
  const often = { key: 'often', trigger: triggerOf({ type: 'every', everySec: 600 }), seed: 'b' };
  const buckets = forecast([hourly, often], { fromMs, untilMs: fromMs + 3 * 3_600_000, bucketMs: 3_600_000 });
  expect(buckets).toEqual([0, 1, 2].map((h) => ({ fromMs: fromMs + h * 3_600_000, count: 7, byKey: { hourly: 1, often: 6 } })));
  expect(() => forecast([], { fromMs, untilMs: fromMs + 1e12, bucketMs: 1000 })).toThrow(RangeError);
});
