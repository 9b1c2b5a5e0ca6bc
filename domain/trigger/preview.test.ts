import { describe, expect, test } from 'vitest';
import { describeMark } from './describe-mark.ts';
import { preview } from './preview.ts';
import { triggerOf } from './testing/trigger-of.ts';

const vienna = (dst: Record<string, string>, cron = ['30 2 * * *']) =>
  triggerOf({ type: 'cron', cron, timezone: 'Europe/Vienna', dst });
const spring = { fromMs: Date.parse('2027-03-27T00:00:00Z'), untilMs: Date.parse('2027-03-29T12:00:00Z') };
const autumn = { fromMs: Date.parse('2027-10-30T12:00:00Z'), untilMs: Date.parse('2027-11-01T00:00:00Z') };
const shown = (dst: Record<string, string>, range: typeof spring, cron?: string[]) =>
  preview(vienna(dst, cron), range, 's')
    .filter((o) => o.mark !== undefined)
    .map((o) => [new Date(o.at).toISOString().slice(0, 16), o.mark, o.wall, describeMark(o)]);

describe('preview marks what a change of the clock does', () => {
  test('spring: shifted, start, skipped', () => {
    expect(shown({ gap: 'shift' }, spring)).toEqual([
      ['2027-03-28T01:30', 'shifted', '2027-03-28 02:30', 'Shifted by 1 h: 02:30 does not exist'],
    ]);
    expect(shown({ gap: 'start' }, spring)).toEqual([
      ['2027-03-28T01:00', 'shifted', '2027-03-28 02:30', 'Shifted by 30 min: 02:30 does not exist'],
    ]);
    expect(shown({ gap: 'skip' }, spring)).toEqual([
      ['2027-03-28T01:00', 'skipped', '2027-03-28 02:30', 'Skipped: 02:30 does not exist'],
    ]);
    expect(preview(vienna({ gap: 'skip' }), spring, 's').map((o) => o.mark)).toEqual([undefined, 'skipped', undefined]);
  });

  test('autumn: first, second, doubled', () => {
    expect(shown({ overlap: 'first' }, autumn)).toEqual([
      ['2027-10-31T00:30', 'first', '2027-10-31 02:30', 'The first of two: 02:30 comes twice'],
    ]);
    expect(shown({ overlap: 'second' }, autumn)).toEqual([
      ['2027-10-31T01:30', 'second', '2027-10-31 02:30', 'The second of two: 02:30 comes twice'],
    ]);
    expect(shown({ overlap: 'both' }, autumn).map(([at, mark]) => [at, mark])).toEqual([
      ['2027-10-31T00:30', 'doubled'],
      ['2027-10-31T01:30', 'doubled'],
    ]);
  });

  test('an every-hour line goes by elapsed time: nothing is shifted or skipped, the repeated hour is marked', () => {
    expect(shown({ gap: 'skip' }, spring, ['0 * * * *'])).toEqual([]);
    expect(shown({}, autumn, ['0 * * * *']).map(([at, mark]) => [at, mark])).toEqual([
      ['2027-10-31T00:00', 'doubled'],
      ['2027-10-31T01:00', 'doubled'],
    ]);
  });

  test('no marks where there is no change', () => {
    expect(shown({}, { fromMs: Date.parse('2027-06-01T00:00:00Z'), untilMs: Date.parse('2027-06-30T00:00:00Z') })).toEqual([]);
  });
});
