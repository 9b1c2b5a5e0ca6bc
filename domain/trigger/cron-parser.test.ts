import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences } from './occurrences.ts';
import { parseCron } from './parse-cron.ts';
import { triggerOf } from './testing/trigger-of.ts';

/**
 * cron-parser as an oracle. Where it and we disagree on purpose:
 * 1. Where a clock changes it has its own rules (ours are fields, judged by the tables of Airflow), so the zones here have no summer time.
 * 2. `7` at the end of a weekday range, `fri-mon`, `22-2`: it refuses ranges that run over the end, we go round.
 * 3. `0 0 30 2 *`: it searches and throws late, we refuse at once.
 * 4. `L-3`, `H` with our seed, `@reboot`: it does not know the first, has no seed for the second.
 * 5. Both day fields restricted, one of them a full list (`1-31`): it takes that as restricted, we and croniter as `*`.
 * 6. Lord Howe (`0 2 * * *`): it throws "loop limit exceeded".
 */
const zones = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Phoenix'];

const field = (min: number, max: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    fc.integer({ min, max }).map(String),
    fc.uniqueArray(fc.integer({ min, max }), { minLength: 2, maxLength: 3 }).map((v) => v.join(',')),
    fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.integer({ min: 2, max: Math.max(2, Math.floor(max / 2)) }).map((step) => `*/${step}`),
    fc
      .tuple(fc.integer({ min, max }), fc.integer({ min, max }), fc.integer({ min: 1, max: 4 }))
      .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}/${step}`),
  );
const line = fc
  .tuple(
    field(0, 59),
    field(0, 59),
    field(0, 23),
    fc.oneof(field(1, 31), fc.constant('L')),
    field(1, 12),
    fc.oneof(field(0, 6), fc.constantFrom('mon', 'fri#2', '5L', 'tue-thu', '7')),
  )
  .map((fields) => fields.join(' '))
  .filter((text) => {
    const parsed = parseCron(text, 's');
    return parsed.ok && !/(^| )(1-31|0-6)(\/1)?( |$)/.test(text);
  });

describe('cron-parser', () => {
  test('says the same next instants of any line, in zones without summer time', () => {
    fc.assert(
      fc.property(
        line,
        fc.constantFrom(...zones),
        fc.integer({ min: 1_577_836_800, max: 2_208_988_800 }),
        (text, timezone, from) => {
          const fromMs = from * 1000;
          const oracle = CronExpressionParser.parse(text, { tz: timezone, currentDate: new Date(fromMs - 1000) });
          const expected: number[] = [];
          try {
            for (let i = 0; i < 5; i++) expected.push(oracle.next().getTime());
          } catch {
            // Its search ends after a bounded time; ours goes on for a hundred years.
          }
          const got = occurrences(triggerOf({ type: 'cron', cron: [text], timezone }), { fromMs, count: 5 }, 's').map(
            (o) => o.at,
          );
          expect(got.slice(0, expected.length)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
