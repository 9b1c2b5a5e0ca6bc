import { expect, it } from 'vitest';
import { datesWords, instantOf, instantText, runSpanOf, spanStart } from './run-span.ts';

const at = (iso: string) => Date.parse(iso);

it('today begins at midnight where the person is, on a day of 23 hours too', () => {
  expect(spanStart('today', at('2027-03-28T10:00:00Z'), 'Europe/Berlin')).toBe(at('2027-03-27T23:00:00Z'));
  expect(spanStart('today', at('2027-03-28T01:00:00Z'), 'America/New_York')).toBe(at('2027-03-27T04:00:00Z'));
});
it.each([
  ['1h', '2027-03-28T09:00:00Z'],
  ['24h', '2027-03-27T10:00:00Z'],
  ['7d', '2027-03-21T10:00:00Z'],
] as const)('%s goes back so far', (span, start) =>
  expect(spanStart(span, at('2027-03-28T10:00:00Z'), 'Europe/Berlin')).toBe(at(start)),
);
it('reads what it writes, and nothing else', () => {
  expect(instantText('2026-11-20T09:00:00+01:00')).toBe('2026-11-20T08:00:00Z');
  expect(instantOf('2026-11-20T08:00:00Z')).toBe(at('2026-11-20T08:00:00Z'));
  expect([instantOf(''), instantOf('yesterday'), instantOf('1900-01-01T00:00:00Z'), runSpanOf('1y')]).toEqual([
    undefined,
    undefined,
    undefined,
    null,
  ]);
});
it.each([
  [undefined, undefined, 'Any time'],
  ['2026-11-20T08:00:00Z', undefined, 'Since Fri 20 Nov, 09:00'],
  [undefined, '2026-11-20T08:00:00Z', 'Before Fri 20 Nov, 09:00'],
  ['2026-11-20T08:00:00Z', '2026-11-20T11:30:00Z', 'Fri 20 Nov, 09:00 to 12:30'],
  ['2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', 'Fri 20 Nov, 09:00 to Sat 21 Nov, 09:00'],
])('%s to %s: %s', (from, to, words) =>
  expect(
    datesWords((from && at(from)) || undefined, (to && at(to)) || undefined, 'Europe/Berlin', at('2026-11-24T15:00:00Z')),
  ).toBe(words),
);
