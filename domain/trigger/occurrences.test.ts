import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { InvalidTrigger } from './invalid-trigger.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { occurrences } from './occurrences.ts';
import { previousOccurrence } from './previous-occurrence.ts';
import { triggerOf } from './testing/trigger-of.ts';

const ms = Date.parse;
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
const list = (trigger: Trigger, from: string, count: number): string[] =>
  occurrences(trigger, { fromMs: ms(from), count }, 's').map((o) => iso(o.at));

describe('occurrences', () => {
  test('the first instant is included, the end too', () => {
    const daily = triggerOf({ type: 'cron', cron: ['0 8 * * *'] });
    expect(list(daily, '2027-01-01T08:00:00Z', 2)).toEqual(['2027-01-01T08:00:00Z', '2027-01-02T08:00:00Z']);
    const range = { fromMs: ms('2027-01-01T08:00:00Z'), untilMs: ms('2027-01-03T08:00:00Z') };
    expect(occurrences(daily, range, 's')).toHaveLength(3);
    expect(occurrences(daily, { ...range, count: 0 }, 's')).toEqual([]);
  });

  test('start and end bound the logical time, both included', () => {
    const bounded = triggerOf({ type: 'cron', cron: ['0 0 * * *'], start: '2027-01-02T00:00:00Z', end: '2027-01-04T00:00:00Z' });
    expect(list(bounded, '2020-01-01T00:00:00Z', 9)).toEqual([
      '2027-01-02T00:00:00Z',
      '2027-01-03T00:00:00Z',
      '2027-01-04T00:00:00Z',
    ]);
    expect(previousOccurrence(bounded, ms('2030-01-01T00:00:00Z'), 's')?.at).toBe(ms('2027-01-04T00:00:00Z'));
    expect(previousOccurrence(bounded, ms('2027-01-01T23:59:59Z'), 's')).toBeNull();
    expect(nextOccurrence(bounded, ms('2027-01-04T00:00:00Z'), 's')).toBeNull();
  });

  test('a data interval runs at its end, and the first begins at or after the start', () => {
    const trigger = triggerOf({
      type: 'cron',
      cron: ['0 0 * * *'],
      interval: true,
      start: '2027-01-01T12:00:00Z',
      end: '2027-01-03T00:00:00Z',
    });
    const all = occurrences(trigger, { fromMs: 0, count: 9 }, 's');
    expect(all.map((o) => [iso(o.logicalTime), iso(o.dataIntervalStart), iso(o.dataIntervalEnd), iso(o.at)])).toEqual([
      ['2027-01-02T00:00:00Z', '2027-01-02T00:00:00Z', '2027-01-03T00:00:00Z', '2027-01-03T00:00:00Z'],
      ['2027-01-03T00:00:00Z', '2027-01-03T00:00:00Z', '2027-01-04T00:00:00Z', '2027-01-04T00:00:00Z'],
    ]);
    expect(nextOccurrence(trigger, ms('2027-01-03T00:00:00Z'), 's')).toEqual(all[1]);
    expect(nextOccurrence(trigger, ms('2027-01-02T23:00:00Z'), 's')).toEqual(all[0]);
    expect(previousOccurrence(trigger, ms('2030-01-01T00:00:00Z'), 's')).toEqual(all[1]);
  });

  test('every counts from its anchor, else from its start, else from the epoch, without drift', () => {
    expect(list(triggerOf({ type: 'every', everySec: 3600 }), '2027-01-01T00:10:00Z', 1)).toEqual(['2027-01-01T01:00:00Z']);
    const started = triggerOf({ type: 'every', everySec: 3600, start: '2027-01-01T00:20:00Z' });
    expect(list(started, '2020-01-01T00:00:00Z', 2)).toEqual(['2027-01-01T00:20:00Z', '2027-01-01T01:20:00Z']);
    const anchored = triggerOf({ type: 'every', everySec: 3600, anchor: '2030-01-01T00:05:00Z' });
    expect(list(anchored, '2027-01-01T00:00:00Z', 1)).toEqual(['2027-01-01T00:05:00Z']);
    const odd = triggerOf({ type: 'every', everySec: 1.1, anchor: '2027-01-01T00:00:00Z' });
    expect(occurrences(odd, { fromMs: ms('2027-01-01T00:00:00Z'), count: 1001 }, 's').at(-1)?.at).toBe(
      ms('2027-01-01T00:18:20Z'),
    );
    const interval = triggerOf({ type: 'every', everySec: 600, interval: true });
    const [first] = occurrences(interval, { fromMs: ms('2027-01-01T00:00:01Z'), count: 1 }, 's');
    expect([first?.dataIntervalStart, first?.at]).toEqual([ms('2027-01-01T00:00:00Z'), ms('2027-01-01T00:10:00Z')]);
  });

  test('dates in any order, once, continuous', () => {
    const dates = triggerOf({ type: 'dates', at: ['2027-03-01T00:00:00Z', '2027-01-01T01:00:00+01:00', '2027-01-01T00:00:00Z'] });
    expect(list(dates, '2026-01-01T00:00:00Z', 9)).toEqual(['2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z']);
    expect(previousOccurrence(dates, ms('2027-02-01T00:00:00Z'), 's')?.at).toBe(ms('2027-01-01T00:00:00Z'));
    const once = triggerOf({ type: 'once', start: '2027-01-01T00:00:00Z' });
    expect(list(once, '2026-01-01T00:00:00Z', 9)).toEqual(['2027-01-01T00:00:00Z']);
    expect(nextOccurrence(once, ms('2027-01-01T00:00:00Z'), 's')).toBeNull();
    expect(nextOccurrence(triggerOf({ type: 'continuous' }), 0, 's')).toBeNull();
  });

  test('the spread of starts is the same each time, within its bound, and leaves the logical time', () => {
    const trigger = triggerOf({ type: 'cron', cron: ['0 * * * *'], jitterSec: 600 });
    const seen = new Set<number>();
    for (let i = 0; i < 50; i++) {
      const seed = `seed ${i}`;
      const next = nextOccurrence(triggerOf({ ...trigger }), ms('2027-01-01T00:30:00Z'), seed);
      expect(next?.logicalTime).toBe(ms('2027-01-01T01:00:00Z'));
      const delay = (next?.at ?? 0) - (next?.logicalTime ?? 0);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(600_000);
      expect(nextOccurrence(triggerOf({ ...trigger }), ms('2027-01-01T00:30:00Z'), seed)).toEqual(next);
      seen.add(delay);
    }
    expect(seen.size).toBeGreaterThan(30);
    // An occurrence whose tick has passed but whose start has not is still the next one.
    const late = triggerOf({ type: 'cron', cron: ['0 * * * *'], jitterSec: 600 });
    const first = nextOccurrence(late, ms('2027-01-01T00:30:00Z'), 'seed 1');
    expect(nextOccurrence(late, (first?.at ?? 0) - 1, 'seed 1')).toEqual(first);
    expect(nextOccurrence(late, first?.at ?? 0, 'seed 1')?.logicalTime).toBe(ms('2027-01-01T02:00:00Z'));
  });

  test('a wrong trigger is an error with its problem, not an empty list', () => {
    const wrong = triggerOf({ type: 'cron', cron: ['0 0 30 2 *'] });
    expect(() => nextOccurrence(wrong, 0, 's')).toThrow(InvalidTrigger);
  });

  test('29 February on a Monday is found over 2100; going back works as well', () => {
    const rare = triggerOf({ type: 'cron', cron: ['0 0 29 2 *'] });
    expect(list(rare, '2096-03-01T00:00:00Z', 1)).toEqual(['2104-02-29T00:00:00Z']);
    expect(iso(previousOccurrence(rare, ms('2103-01-01T00:00:00Z'), 's')?.at ?? 0)).toBe('2096-02-29T00:00:00Z');
  });

  test('next and previous agree with the list, in every kind of zone', () => {
    const crons = ['30 2 * * *', '*/7 * * * *', '0 0 29 2 *', '15 1,2 * * 0', '0 12 L * *', '5 4 * * 1#2', '0 0 1 1 *'];
    const zones = ['UTC', 'Europe/Vienna', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Casablanca', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...crons), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...zones),
        fc.constantFrom('shift', 'start', 'skip'),
        fc.constantFrom('first', 'second', 'both'),
        fc.boolean(),
        fc.integer({ min: ms('2010-01-01T00:00:00Z'), max: ms('2040-01-01T00:00:00Z') }),
        (cron, timezone, gap, overlap, interval, fromMs) => {
          const trigger = triggerOf({ type: 'cron', cron, timezone, dst: { gap, overlap }, interval });
          const all = occurrences(trigger, { fromMs, count: 6 }, 's');
          expect(all).toHaveLength(6);
          let after = fromMs - 1;
          for (const one of all) {
            expect(nextOccurrence(trigger, after, 's')).toEqual(one);
            expect(previousOccurrence(trigger, one.at, 's')).toEqual(one);
            expect(previousOccurrence(trigger, one.at + 999, 's')).toEqual(one);
            after = one.at;
          }
          for (const [i, one] of all.slice(1).entries()) {
            expect(one.at).toBeGreaterThan(all[i]?.at ?? 0);
            if (interval) expect(one.dataIntervalStart).toBe(all[i]?.dataIntervalEnd);
            expect(previousOccurrence(trigger, one.at - 1, 's')).toEqual(all[i]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
