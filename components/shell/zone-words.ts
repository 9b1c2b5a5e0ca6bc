import { zoneName } from '#components/ui/format-instant.ts';

/** Last part of a zone's name as a place: `Europe/Berlin` → `Berlin`. */
export const zonePlace = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** A zone for people, its distance to UTC apart: `Berlin, CET` and `UTC+1`. `nowMs` decides between summer and winter. */
export function zoneWords(zone: string, nowMs: number): { place: string; offset: string | null } {
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(nowMs)
    .find((p) => p.type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC')
    .replace(/([+-])0(\d)/, '$1$2')
    .replace(':00', '');
  const name = zoneName(nowMs, zone);
  const place = zonePlace(zone);
  if (name === 'UTC') return { place: place === 'UTC' ? place : `${place}, UTC`, offset: null };
  return { place: name.startsWith('GMT') ? place : `${place}, ${name}`, offset: offset ?? null };
}
