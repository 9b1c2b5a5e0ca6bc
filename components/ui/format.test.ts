import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';
import { formatDuration } from './format-duration.ts';
import { formatInstant, zoneName } from './format-instant.ts';
import { formatRelative } from './format-relative.ts';

const at = (iso: string): number => Date.parse(iso);

describe('formatDuration', () => {
  it.each([
    [-5, '0 ms'],
    [120, '120 ms'],
    [999.4, '999 ms'],
    [3_200, '3.2 s'],
    [9_960, '10 s'],
    [48_000, '48 s'],
    [59_600, '1 min 00 s'],
    [292_000, '4 min 52 s'],
    [63 * 60_000, '1 h 03 min'],
    [(4 * 24 + 13) * 3_600_000, '4 d 13 h'],
  ])('%d ms is %s', (ms, words) => expect(formatDuration(ms)).toBe(words));
});

describe('formatRelative', () => {
  it.each([
    [0, 'now'],
    [42_900_000, 'in 11 h 55 min'],
    [-48_000, '48 s ago'],
    [35 * 60_000, 'in 35 min'],
    [(4 * 24 + 13) * 3_600_000, 'in 4 d 13 h'],
    [-3_600_000, '1 h ago'],
  ])('%d ms away is %s', (ms, words) => expect(formatRelative(1e12 + ms, 1e12)).toBe(words));
});

describe('formatInstant', () => {
  const now = at('2027-03-24T13:34:52Z');
  it('writes day and time in the zone and leaves out the present year', () => {
    expect(formatInstant(at('2027-03-25T01:30:00Z'), 'Europe/Berlin', 'day-time', now)).toBe('Thu 25 Mar, 02:30');
    expect(formatInstant(at('2028-09-02T01:30:00Z'), 'Europe/Berlin', 'day-time', now)).toBe('Sat 2 Sep 2028, 03:30');
  });
  it('names the zone of that instant', () => {
    expect(formatInstant(now, 'Europe/Berlin', 'seconds-zone')).toBe('14:34:52 CET');
    expect(zoneName(at('2027-07-01T00:00:00Z'), 'Europe/Berlin')).toBe('CEST');
    expect(zoneName(now, 'America/New_York')).toBe('EDT');
    expect(zoneName(now, 'UTC')).toBe('UTC');
  });
  it('has midnight as 00', () => expect(formatInstant(at('2027-03-24T00:05:00Z'), 'UTC', 'time')).toBe('00:05'));
});

describe('formatBytes', () => {
  it.each([
    [812, '812 B'],
    [1_900_000, '1.9 MB'],
    [999_600, '1 MB'],
    [24_000, '24 kB'],
  ])('%d is %s', (n, words) => expect(formatBytes(n)).toBe(words));
});
