import { expect, it } from 'vitest';
import { findZones } from './find-zones.ts';

it.each([
  ['kolkata', 'Asia/Kolkata'],
  ['Calcutta', 'Asia/Kolkata'],
  ['kyiv', 'Europe/Kyiv'],
  ['new york', 'America/New_York'],
  ['utc', 'UTC'],
])('%s finds %s', (search, zone) => expect(findZones(search)[0]).toBe(zone));

it('lists each zone once, by a name that clocks understand', () => {
  const all = findZones('', 1000);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(400);
  for (const timeZone of all) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
});

it('finds nothing for what is no zone', () => expect(findZones('Atlantis')).toEqual([]));
